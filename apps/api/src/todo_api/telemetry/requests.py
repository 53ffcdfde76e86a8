"""What is told of each request when its answer begins: in the log nothing, unless it failed or took long."""

import logging
from typing import Any

from starlette.types import Scope

from todo_api.telemetry.exceptions import describe

_UNEXPECTED = 500

_log = logging.getLogger(__name__)


class Requests:
    """Tells of the requests of one process."""

    def __init__(self, slow_seconds: float) -> None:
        self._slow_seconds = slow_seconds

    def answered(self, scope: Scope, status: int, seconds: float) -> None:
        """Take note of an answer; `seconds` is the time until it began, as a stream may take its time to end."""
        if status >= _UNEXPECTED or seconds >= self._slow_seconds:
            _tell(scope, status, seconds)


def _tell(scope: Scope, status: int, seconds: float) -> None:
    """Log the route's template and no path, in whose query there may be words of the user."""
    state = scope.get("state", {})
    identity, failure = state.get("identity"), state.get("failure")
    facts: dict[str, Any] = {
        "method": scope["method"],
        "route": getattr(scope.get("route"), "path", None),
        "status": status,
        "duration_ms": round(seconds * 1000, 1),
        "user_id": None if identity is None else identity.user_id,
    }
    if status < _UNEXPECTED:
        _log.warning("The request was slow.", extra={"facts": facts})
    elif status == _UNEXPECTED:
        _log.error("The request failed.", extra={"facts": facts}, exc_info=failure)
    else:
        if failure is not None:
            facts["cause"] = describe(failure)
        _log.error("The request could not be served.", extra={"facts": facts})
