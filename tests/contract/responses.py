"""Answers of the API, held against its OpenAPI document: what it does not promise must not come."""

import json
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from urllib.parse import unquote

import httpx2
from jsonschema_rs import Draft202012Validator, Validator

from contract.events import complete, faults_of_events
from operations import DOCUMENT

PROBLEM = "application/problem+json"
LINES = "application/jsonl"
EVENTS = "text/event-stream"
ELSEWHERE = re.compile(r"/docs(/.*)?|/openapi\.json")
"""What the API serves besides its operations: the document itself and how people read it."""

GENERAL_HEADERS = {
    *("connection", "content-length", "content-type", "date", "server", "transfer-encoding"),
    *("accept-encoding", "allow", "cache-control", "content-disposition", "vary"),
    *("strict-transport-security", "x-content-type-options", "x-request-id"),
    *("ratelimit", "ratelimit-policy"),
    *("access-control-allow-origin", "access-control-expose-headers"),
}
"""What RFC 9110 to 9112 say of every message, or of a status, and what all answers have; all else is documented."""


class Undocumented(AssertionError):
    """An answer is not as the document says."""


@dataclass(frozen=True)
class Reply:
    """What came back to a request."""

    method: str
    path: str
    status: int
    headers: httpx2.Headers
    body: bytes


class Documented:
    """One status of one operation, as the document describes it."""

    def __init__(self, response: Mapping[str, Any]) -> None:
        self._content = {kind: _Content(kind, content) for kind, content in response.get("content", {}).items()}
        self._headers = {name.lower(): _resolved(header) for name, header in response.get("headers", {}).items()}

    def faults(self, reply: Reply) -> Iterator[str]:
        yield from self._faults_of_headers(reply.headers)
        media_type = reply.headers.get("content-type")
        if not self._content:
            if media_type is not None or reply.body:
                yield f"has a body ({media_type}) where there is none"
        elif media_type not in self._content:
            yield f"comes as {media_type}, not as {' or '.join(self._content)}"
        elif reply.method == "HEAD":
            if reply.body:
                yield "has a body, though HEAD was asked"
        else:
            yield from self._content[media_type].faults(reply)

    def _faults_of_headers(self, headers: httpx2.Headers) -> Iterator[str]:
        for name, header in self._headers.items():
            if header["required"] and name not in headers:
                yield f"lacks the header {name}"
        for name in headers.keys() - GENERAL_HEADERS:
            if name not in self._headers:
                yield f"has the header {name}, which is not documented"
                continue
            schema, value = self._headers[name]["schema"], headers[name]
            is_number = schema["type"] == "integer" and value.isdecimal()
            yield from _violations(schema, int(value) if is_number else value, f"header {name}")


class _Content:
    """A body in one media type."""

    def __init__(self, media_type: str, content: Mapping[str, Any]) -> None:
        self._codes = content.get("examples", {}).keys() if media_type == PROBLEM else None
        self._media_type = media_type
        whole: dict[str, Any] = content["schema"]
        self._schema: dict[str, Any] = whole["contentSchema"] if media_type in {LINES, EVENTS} else whole

    def faults(self, reply: Reply) -> Iterator[str]:
        if self._media_type == EVENTS:
            yield from faults_of_events(reply.body, lambda page: _violations(self._schema, page, "page"))
            return
        documents = reply.body.splitlines() if self._media_type == LINES else [reply.body]
        for document in documents:
            try:
                value = json.loads(document, parse_constant=_refuse)
            except ValueError as error:
                yield f"is not JSON: {error}"
                continue
            yield from _violations(self._schema, value, "body")
            if self._codes is not None:
                yield from self._faults_of_problem(value, reply.status)

    def _faults_of_problem(self, problem: Mapping[str, Any], status: int) -> Iterator[str]:
        if problem.get("status") != status:
            yield f"says of itself that its status is {problem.get('status')}"
        if self._codes and problem.get("code") not in self._codes:
            yield f"has the code {problem.get('code')}, which is not documented here"


class CheckedTransport(httpx2.AsyncHTTPTransport):
    """HTTP whose answers are checked as they are read to their end, at the reader's pace.

    Events have no end, so that what was read of them is checked when the reader hangs up.

    Raises:
        Undocumented: where the answer is read.
    """

    def __init__(self) -> None:
        super().__init__(verify=False, trust_env=False)  # plain HTTP on loopback: no certificates to load

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        response = await super().handle_async_request(request)
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        response.stream = _CheckedStream(response.stream, request, response)
        return response


class _CheckedStream(httpx2.AsyncByteStream):
    def __init__(self, stream: httpx2.AsyncByteStream, request: httpx2.Request, response: httpx2.Response) -> None:
        self._stream, self._request, self._response = stream, request, response
        self._body = bytearray()
        self._unchecked_events = response.headers.get("content-type") == EVENTS

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            self._body += chunk
            yield chunk
        self._check(bytes(self._body))

    async def aclose(self) -> None:
        await self._stream.aclose()
        if self._unchecked_events:
            self._check(complete(bytes(self._body)))

    def _check(self, body: bytes) -> None:
        self._unchecked_events = False
        if "access-control-request-method" in self._request.headers:
            return  # the browser's own question, which only the Fetch standard documents
        response = self._response
        check(Reply(self._request.method, _path(self._request), response.status_code, response.headers, body))


def _path(request: httpx2.Request) -> str:
    """The path that was really asked for: some tests put a target of their own under a request."""
    target: bytes = request.extensions.get("target", request.url.raw_path)
    return unquote(target.partition(b"?")[0])


def check(reply: Reply) -> None:
    """Compare an answer with what the document promises.

    Raises:
        Undocumented: with everything that is wrong with it.
    """
    faults = list(_faults(reply))
    if faults:
        beginning = f"{reply.method} {reply.path} answered {reply.status}"
        excerpt = reply.body[:1000].decode(errors="replace")
        raise Undocumented("\n".join([*(f"{beginning}: the answer {fault}" for fault in faults), excerpt]))


def _faults(reply: Reply) -> Iterator[str]:
    responses = _responses("GET" if reply.method == "HEAD" else reply.method, reply.path)
    if responses is not None:
        if reply.status not in responses:
            yield f"has a status that is not documented; {', '.join(map(str, responses))} are"
        else:
            yield from responses[reply.status].faults(reply)
    elif reply.status >= httpx2.codes.BAD_REQUEST:
        yield from _ANY_PROBLEM.faults(reply)
    elif ELSEWHERE.fullmatch(reply.path) is None:
        yield "is a success at a path that is not documented"


def _responses(method: str, path: str) -> Mapping[int, Documented] | None:
    """What is documented for a request; None if no operation is."""
    exact = _OPERATIONS.get((method, path))
    if exact is not None:
        return exact
    for (each, _), (pattern, responses) in _TEMPLATES.items():
        if each == method and pattern.fullmatch(path):
            return responses
    return None


def _resolved(value: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" not in value:
        return value
    target: Any = DOCUMENT
    for step in value["$ref"].removeprefix("#/").split("/"):
        target = target[step]
    return dict(target)


def _violations(schema: Mapping[str, Any], value: Any, where: str) -> Iterator[str]:
    validator = _validator(json.dumps(schema))
    if not validator.is_valid(value):
        for error in validator.iter_errors(value):
            pointer = "".join(f"/{step}" for step in error.instance_path)
            yield f"has a {where} that is not as documented at {pointer or '/'}: {error.message}"


@cache
def _validator(schema: str) -> Validator:
    """Compiled once for each schema, with every format that the document uses."""
    whole = {**json.loads(schema), "components": DOCUMENT["components"]}
    return Draft202012Validator(whole, formats=_FORMATS, validate_formats=True, ignore_unknown_formats=False)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number of JSON")


def _is_wall_clock(text: str) -> bool:
    """RFC 3339 without an offset, which is what the OpenAPI registry calls `date-time-local`."""
    try:
        return "T" in text and datetime.fromisoformat(text).tzinfo is None
    except ValueError:
        return False


def _is_number(_: object) -> bool:
    """Say yes: the numbers' formats repeat what `maximum` says, for generators of code."""
    return True


_FORMATS = {"date-time-local": _is_wall_clock, "int32": _is_number, "int64": _is_number}
_ANY_PROBLEM = Documented(
    {
        "headers": {"Retry-After": {"$ref": "#/components/headers/Retry-After"}},
        "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
)
_OPERATIONS: dict[tuple[str, str], dict[int, Documented]] = {
    (method.upper(), path): {int(status): Documented(response) for status, response in spec["responses"].items()}
    for path, item in DOCUMENT["paths"].items()
    for method, spec in item.items()
}
_TEMPLATES = {
    (method, path): (re.compile(re.sub(r"{\w+}", "[^/]+", path)), responses)
    for (method, path), responses in _OPERATIONS.items()
    if "{" in path
}
