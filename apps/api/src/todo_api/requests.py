"""Requests, taken strictly: JSON is validated as JSON, and nothing that was sent is ignored."""

import json
from collections import Counter
from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any

from fastapi import Request, Response
from fastapi.dependencies.utils import get_flat_params
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema
from starlette.exceptions import HTTPException

type Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class JsonDocument:
    """Marks a body parameter whose model is validated from the JSON text itself.

    Pydantic's strict mode knows what JSON can say: a date is a string there, and a number is no string. Read into
    Python objects first, the same document could only be validated loosely.
    """

    def __get_pydantic_core_schema__(self, source: type[BaseModel], handler: GetCoreSchemaHandler) -> CoreSchema:
        def validate(text: Any, _: core_schema.ValidatorFunctionWrapHandler) -> BaseModel:
            return source.model_validate_json(text)

        return core_schema.no_info_wrap_validator_function(validate, handler(source))


class _StrictRequest(Request):
    async def json(self) -> str:
        """The body's text, once it is known to be one JSON document that means one thing."""
        try:
            text = (await self.body()).decode()
            json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_int=str, parse_float=str)
        except (ValueError, RecursionError) as error:
            reason = error.args[0] if isinstance(error, _Ambiguous) else "The body is not valid JSON in UTF-8"
            raise invalid("body", None, "json_invalid" if not isinstance(error, _Ambiguous) else "json", reason) from error
        return text


class _Ambiguous(ValueError):
    """Readers of this document would disagree on what it says (RFC 8259, sections 4 and 6)."""


def _unique(pairs: list[tuple[str, Any]]) -> None:
    if len({name for name, _ in pairs}) != len(pairs):
        raise _Ambiguous("The body has an object with the same name twice")


def _no_constant(_: str) -> None:
    raise _Ambiguous("The body has a number that is not a number of JSON")


def invalid(location: str, name: str | None, kind: str, detail: str) -> RequestValidationError:
    return RequestValidationError(
        [{"type": kind, "loc": (location,) if name is None else (location, name), "msg": detail, "input": None}]
    )


class StrictRoute(APIRoute):
    """A route that refuses bodies of another type than JSON, and parameters that are unknown or given twice."""

    def get_route_handler(self) -> Handler:
        handle = super().get_route_handler()
        takes_body = self.body_field is not None

        async def strictly(request: Request) -> Response:
            if takes_body and not _is_json(request):
                raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
            return await handle(_StrictRequest(request.scope, request.receive))

        return strictly


async def refuse_odd_parameters(request: Request) -> None:
    """Refuse query parameters that the operation does not have, and single ones that are given twice.

    Raises:
        RequestValidationError: there are such.
    """
    route = request.scope["route"]
    parameters = {field.alias: field for field in get_flat_params(route.dependant) if _is_query(field)}
    for name, count in Counter(name for name, _ in request.query_params.multi_items()).items():
        if name not in parameters:
            raise invalid("query", name, "extra_forbidden", "")
        if count > 1 and not _takes_many(parameters[name]):
            raise invalid("query", name, "repeated", "This parameter can be given once")


def _is_query(field: Any) -> bool:
    return getattr(field.field_info, "in_", None) is not None and field.field_info.in_.value == "query"


def _takes_many(field: Any) -> bool:
    return getattr(field.field_info.annotation, "__origin__", None) is list


def _is_json(request: Request) -> bool:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return media_type == "application/json" or (media_type.startswith("application/") and media_type.endswith("+json"))
