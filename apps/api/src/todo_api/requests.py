"""Requests, taken strictly: who asks comes first, JSON is validated as JSON, and nothing that was sent is ignored."""

import json
import re
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from typing import Any, NamedTuple, get_origin, get_type_hints
from urllib.parse import unquote_to_bytes

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from todo_api.auth import TokenRejected
from todo_api.deps import identify
from todo_api.plan import Plan, Unplannable
from todo_api.problems import MAX_BODY_BYTES
from todo_api.queries import Query, remembering
from todo_api.rate_limits import RateLimits

_JSON = re.compile(r"application/([a-z0-9!#$&^_.+-]+\+)?json", re.IGNORECASE)
"""Media types that say JSON (RFC 6838, section 4.2; RFC 6839, section 3.1)."""
_BROKEN_ESCAPE = re.compile(rb"%(?![0-9a-fA-F]{2})")

type Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class JsonDocument:
    """Marks a body parameter whose model is validated from the JSON text itself.

    Pydantic's strict mode knows what JSON can say: a date is a string there, and a number is no string. Read into
    Python objects first, the same document could only be validated loosely.
    """

    def __get_pydantic_core_schema__(self, source: type[BaseModel], handler: GetCoreSchemaHandler) -> CoreSchema:
        def validate(body: Any, _: core_schema.ValidatorFunctionWrapHandler) -> BaseModel:
            if isinstance(body, _Unreadable):
                raise PydanticCustomError("json", body.reason)
            return source.model_validate_json(body)

        return core_schema.no_info_wrap_validator_function(validate, handler(source))


class _Unreadable(NamedTuple):
    """A body that is not JSON, or on whose meaning readers would disagree (RFC 8259, sections 4 and 6)."""

    reason: Any


class StrictRequest(Request):
    """A request whose body is bounded, and is JSON only if it means one thing."""

    _whole: bytes | None = None

    async def body(self) -> bytes:
        """Raise HTTPException 413 for one that is too long, ClientDisconnect for one that ends before its end."""
        if self._whole is None:
            chunks, size, is_over = [], 0, False
            while not is_over:
                message = await self.receive()
                if message["type"] == "http.disconnect":
                    raise ClientDisconnect
                chunks.append(message.get("body", b""))
                size += len(chunks[-1])
                if size > MAX_BODY_BYTES:
                    raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
                is_over = not message.get("more_body", False)
            self._whole = b"".join(chunks)
        return self._whole

    async def json(self) -> str | _Unreadable:
        """The body's text, if it is one JSON document that means one thing."""
        try:
            text = (await self.body()).decode()
            _UNAMBIGUOUS.decode(text)
        except _Ambiguous as ambiguous:
            return _Unreadable(str(ambiguous))
        except ValueError:
            return _Unreadable("The body is not valid JSON in UTF-8")
        except RecursionError:
            return _Unreadable("The body is nested too deep")
        return text


class _Ambiguous(ValueError):
    pass


def _unique(pairs: list[tuple[str, Any]]) -> None:
    if len({name for name, _ in pairs}) != len(pairs):
        raise _Ambiguous("The body has an object that uses a name twice")


def _no_constant(_: str) -> None:
    raise _Ambiguous("The body has a number that JSON does not have")


_UNAMBIGUOUS = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_no_constant, parse_int=str, parse_float=str)


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
