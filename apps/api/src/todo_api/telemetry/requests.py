"""What is told of each request when its answer begins: in the log nothing, unless it failed or took long."""

import logging
from typing import Any

from starlette.types import Scope

from todo_api.telemetry.durations import Durations
from todo_api.telemetry.exceptions import describe

type Answers = tuple[str, str, int]
"""Those of one route (its template), one method, and one class of statuses, by its hundreds."""

_UNEXPECTED = 500
_NO_ROUTE = "none"
_METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
_ANOTHER = "another"
"""Names that callers can choose freely are none for metrics."""

_log = logging.getLogger(__name__)


class Requests:
    """Tells of the requests of one process."""

    def __init__(self, slow_seconds: float) -> None:
        self.durations: dict[Answers, Durations] = {}
        self._slow_seconds = slow_seconds

    def answered(self, scope: Scope, status: int, seconds: float) -> None:
        """Take note of an answer; `seconds` is the time until it began, as a stream may take its time to end."""
        method = scope["method"]
        answers = (_route(scope) or _NO_ROUTE, method if method in _METHODS else _ANOTHER, status // 100)
        durations = self.durations.get(answers)
        if durations is None:
            durations = self.durations[answers] = Durations()
        durations.observe(seconds)
        if status >= _UNEXPECTED or seconds >= self._slow_seconds:
            _tell(scope, status, seconds)


def _route(scope: Scope) -> str | None:
    return getattr(scope.get("route"), "path", None)


def _tell(scope: Scope, status: int, seconds: float) -> None:
    """Log the route's template and no path, in whose query there may be words of the user."""
    state = scope.get("state", {})
    identity, failure = state.get("identity"), state.get("failure")
    facts: dict[str, Any] = {
        "method": scope["method"],
        "route": _route(scope),
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
