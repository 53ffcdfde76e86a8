"""Requests, taken strictly: who asks comes first, and nothing that was sent is ignored."""

import re
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from typing import Any, get_origin, get_type_hints
from urllib.parse import unquote_to_bytes

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic.fields import FieldInfo
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException

from todo_api.auth import TokenRejected
from todo_api.bodies import StrictRequest
from todo_api.deps import identify
from todo_api.plan import Plan, Unplannable
from todo_api.problems import MAX_BODY_BYTES
from todo_api.queries import Query, remembering
from todo_api.rate_limits import RateLimits

_JSON = re.compile(r"application/([a-z0-9!#$&^_.+-]+\+)?json", re.IGNORECASE)
"""Media types that say JSON (RFC 6838, section 4.2; RFC 6839, section 3.1)."""
_BROKEN_ESCAPE = re.compile(rb"%(?![0-9a-fA-F]{2})")

type Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class StrictRoute(APIRoute):
    """A route that refuses bodies it cannot read or has no use for, and parameters that are unknown or given twice."""

    plan: Plan | None = None

    def get_route_handler(self) -> Handler:
        handle = super().get_route_handler()
        self._takes_body = self.body_field is not None
        parameters = _query_parameters(self.endpoint)
        self._refuse_odd_query = remembering(partial(_refuse_odd_query, parameters))
        if not self.dependencies:
            with suppress(Unplannable):
                self.plan = Plan(self.endpoint, self.param_convertors)

        async def strictly(plain_request: Request) -> Response:
            request = StrictRequest(plain_request.scope, plain_request.receive)
            await self._check(request)
            return await handle(request)

        return strictly

    async def planned(self, request: StrictRequest) -> Response | None:
        """The answer to a good request, or None where FastAPI has to look at it."""
        await self._check(request)
        return None if self.plan is None else await self.plan.answer(request)

    async def _check(self, request: Request) -> None:
        """Once for each request, whichever ways it goes."""
        state = request.scope.setdefault("state", {})
        if state.get("is_checked", False):
            return
        await self.admit(request)
        _refuse_odd_body(request, takes_body=self._takes_body)
        self._refuse_odd_query(request.scope["query_string"])
        state["is_checked"] = True

    async def admit(self, request: Request) -> None:
        """Let everybody in, always."""


class PublicRoute(StrictRoute):
    """A strict route for everybody, as often as an address may ask."""

    async def admit(self, request: Request) -> None:
        limits: RateLimits = request.app.state.rate_limits
        limits.admit_stranger(request.scope)


class UserRoute(StrictRoute):
    """A strict route for signed-in users, as often as each may ask.

    Whoever shows no token is told nothing else about the request.
    """

    async def admit(self, request: Request) -> None:
        limits: RateLimits = request.app.state.rate_limits
        try:
            identity = await identify(request)
        except TokenRejected:
            limits.admit_stranger(request.scope)
            raise
        limits.admit_user(request.scope, identity.user_id)


def _query_parameters(endpoint: Callable[..., Any]) -> dict[str, FieldInfo]:
    """The query parameters of an operation: the fields of its one `Query`, if it takes one."""
    hints = get_type_hints(endpoint).values()
    queries = [hint for hint in hints if isinstance(hint, type) and issubclass(hint, Query)]
    return dict(queries[0].model_fields) if queries else {}


def _refuse_odd_body(request: Request, *, takes_body: bool) -> None:
    length = int(request.headers.get("content-length", 0))
    if not takes_body:
        if length or "transfer-encoding" in request.headers:
            raise RequestValidationError(
                [{"type": "unexpected", "loc": ("body",), "msg": "This operation takes no body", "input": None}]
            )
        return
    if not _is_json(request):
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        # RFC 9110, section 15.5.16: this header tells that the encoding is what was wrong, and not the type.
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, headers={"Accept-Encoding": "identity"})
    if length > MAX_BODY_BYTES:
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def _refuse_odd_query(parameters: Mapping[str, FieldInfo], query: bytes) -> None:
    _refuse_odd_encoding(query)
    given = QueryParams(query)
    for name, count in Counter(name for name, _ in given.multi_items()).items():
        if name not in parameters:
            raise _invalid_query("extra_forbidden", "", name)
        if count > 1 and get_origin(parameters[name].annotation) is not list:
            raise _invalid_query("repeated", "This parameter can be given once", name)


def _refuse_odd_encoding(query: bytes) -> None:
    if _BROKEN_ESCAPE.search(query):
        raise _invalid_query("encoding", "The query has a % without two hexadecimal digits behind it")
    try:
        unquote_to_bytes(query).decode()
    except UnicodeDecodeError as error:
        raise _invalid_query("encoding", "The query is not in UTF-8") from error


def _invalid_query(kind: str, detail: str, *parameter: str) -> RequestValidationError:
    return RequestValidationError([{"type": kind, "loc": ("query", *parameter), "msg": detail, "input": None}])


def _is_json(request: Request) -> bool:
    return _JSON.fullmatch(request.headers.get("content-type", "").partition(";")[0].strip()) is not None
