"""The express way: from the request straight to the plan of its operation, past what FastAPI does in between."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.convertors import StringConvertor
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from todo_api.bodies import StrictRequest
from todo_api.requests import StrictRoute

_NAMED_GROUP = re.compile(r"\(\?P<\w+>")


class Express:
    """Middleware that answers good requests to planned operations, and leaves all others to the app.

    What an operation refuses is put into words by the app's own handlers of exceptions.
    """

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute], handlers: Mapping[Any, Any]) -> None:
        self.app = app
        self._handlers = handlers
        planned = [route for route in routes if isinstance(route, StrictRoute) and _is_planned(route)]
        lines: defaultdict[str, list[StrictRoute]] = defaultdict(list)
        for route in planned:
            for method in route.methods or ():
                lines[method].append(route)
        self._lines = {method: _Line(routes) for method, routes in lines.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        route = self._board(scope) if scope["type"] == "http" else None
        if route is None:
            await self.app(scope, receive, send)
            return
        request = StrictRequest(scope, receive)
        try:
            response = await route.planned(request)
            if response is None:
                receive = _from_the_beginning(await request.body(), receive)
        except Exception as error:
            handlers = (self._handlers.get(kind) for kind in type(error).__mro__ if kind is not Exception)
            handler = next(filter(None, handlers), None)
            if handler is None:
                raise
            response = await handler(request, error)
        await (response or self.app)(scope, receive, send)

    def _board(self, scope: Scope) -> StrictRoute | None:
        """The operation's route, which the request is told as FastAPI would tell it."""
        line = self._lines.get(scope["method"])
        if line is None or scope.get("root_path") or scope["app"].dependency_overrides:
            return None
        route = line.route_to(scope["path"])
        if route is not None:
            found = route.path_regex.match(scope["path"])
            scope["path_params"] = {} if found is None else found.groupdict()
            scope["route"], scope["endpoint"] = route, route.endpoint
        return route


class _Line:
    """The operations with one method, in their order, found with one regular expression."""

    def __init__(self, routes: Sequence[StrictRoute]) -> None:
        self._routes = routes
        patterns = (_NAMED_GROUP.sub("(?:", route.path_regex.pattern) for route in routes)
        self._paths = re.compile("|".join(f"({pattern})" for pattern in patterns))

    def route_to(self, path: str) -> StrictRoute | None:
        found = self._paths.match(path)
        return None if found is None or found.lastindex is None else self._routes[found.lastindex - 1]


def _is_planned(route: StrictRoute) -> bool:
    """Whether it has a plan, and parameters in its path that are taken as they are written."""
    return route.plan is not None and all(type(kind) is StringConvertor for kind in route.param_convertors.values())


def _from_the_beginning(body: bytes, receive: Receive) -> Receive:
    """Receive a body again that has been read, and then what comes after it."""
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive_again() -> Message:
        return messages.pop() if messages else await receive()

    return receive_again
