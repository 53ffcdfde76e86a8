"""Bodies: bounded, and read as JSON only where they mean one thing."""

import json
from http import HTTPStatus
from typing import Any, NamedTuple

from fastapi import Request
from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from todo_api.problems import MAX_BODY_BYTES


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
