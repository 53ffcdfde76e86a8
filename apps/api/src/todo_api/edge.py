"""The edge: what is true of every request and of every answer, whichever they are."""

from collections.abc import Awaitable, Callable
from time import perf_counter
from typing import Any

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from todo_api.cors import open_to
from todo_api.draining import Draining
from todo_api.problems import INTERNAL_ERROR, problem
from todo_api.rate_limits import Fields
from todo_api.telemetry.request_ids import HEADER, REQUEST_ID, request_id_of

_REQUEST_ID = HEADER.lower().encode()
_HEADERS = ((b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff"))
"""Nothing is to be kept on the way or in a browser (RFC 9111, section 5.2.2.5), or taken for what it is not said to be.

Versions work all the same: who kept a document on purpose sends its ETag in an If-None-Match, and is answered 304.
"""
_SECURE_HEADERS = (*_HEADERS, (b"strict-transport-security", b"max-age=31536000"))
"""The same behind TLS, without which a browser shall not come again for a year (RFC 6797)."""
_LAST = (b"connection", b"close")

_NOTHING: dict[str, Any] = {}

type Answered = Callable[[Scope, int, float], None]
"""Is told of a request, its status, and the seconds until its answer began."""


class Edge:
    """Middleware that names each request, gives its answer the headers that all have, and answers what nobody caught.

    Left to Starlette, that would be answered outside of all middleware, and raised once more for the server to log.
    """

    def __init__(
        self,
        app: ASGIApp,
        answered: Answered,
        draining: Draining,
        *,
        origins: tuple[str, ...] = (),
        name_span: Callable[[bytes], None] | None = None,
    ) -> None:
        """`name_span` is given the request's id, where there is a span of it."""
        self.app = open_to(origins, app)
        self._answered = answered
        self._draining = draining
        self._name_span = name_span
        self._failed = open_to(origins, problem(INTERNAL_ERROR))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        received = perf_counter()
        request_id = request_id_of(scope["headers"])
        REQUEST_ID.set(request_id)  # the server gives each request a context of its own, which ends with it
        if self._name_span is not None:
            self._name_span(request_id)
        begun = False

        def answer(message: Message) -> Awaitable[None]:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                always = _SECURE_HEADERS if scope["scheme"] == "https" else _HEADERS
                limits: Fields | tuple[()] = scope.get("state", _NOTHING).get("rate_limit", ())
                message["headers"] = [*message["headers"], *always, *limits, (_REQUEST_ID, request_id)]
                if self._draining.has_begun:
                    message["headers"].append(_LAST)
                self._answered(scope, message["status"], perf_counter() - received)
            return send(message)

        try:
            await self.app(scope, receive, answer)
        except ClientDisconnect:
            return  # while it sent its body: nobody waits for an answer
        except Exception as error:
            if begun:
                raise  # the server hangs up, by which it shows
            scope.setdefault("state", {})["failure"] = error
            await self._failed(scope, receive, answer)
