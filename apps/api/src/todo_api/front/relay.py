"""Requests handed on to Better Auth's server, and its answers handed back, as they are."""

import logging
from collections.abc import Iterable

import httpx2
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

TIMEOUT_SECONDS = 20.0
MAX_BODY_BYTES = 64 * 1024
"""More than the server takes, which then says so itself."""

_HOP_BY_HOP = {
    b"connection",
    b"expect",
    b"keep-alive",
    b"proxy-connection",
    b"te",
    b"trailer",
    b"transfer-encoding",
    b"upgrade",
}
"""What is said to the next one only (RFC 9110, section 7.6.1)."""
_OURS_TO_SAY = {b"content-length", b"forwarded", b"host", b"x-forwarded-for", b"x-forwarded-host", b"x-forwarded-proto"}
_OF_OUR_SERVER = {b"date", b"server"}

logger = logging.getLogger(__name__)

type Header = tuple[bytes, bytes]


class Relay:
    """A reverse proxy to one server of this machine.

    It speaks through a transport, not a client: a client would keep the cookies of one user for the next.
    """

    def __init__(self, url: str) -> None:
        self._url = httpx2.URL(url)
        self._transport = httpx2.AsyncHTTPTransport()

    async def close(self) -> None:
        await self._transport.aclose()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            body = await _body(Request(scope, receive))
        except ClientDisconnect:
            return
        if body is None:
            await _problem(413, "BODY_TOO_LARGE", "The body is too large.")(scope, receive, send)
            return
        try:
            status, headers, content = await self._asked(self._request(scope, body))
        except httpx2.HTTPError as error:
            logger.warning("Better Auth's server gave no answer: %s", type(error).__name__)
            await _problem(503, "AUTH_UNAVAILABLE", "Sign-in is away at the moment. Try again.")(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    async def _asked(self, request: httpx2.Request) -> tuple[int, list[Header], bytes]:
        response = await self._transport.handle_async_request(request)
        try:
            content = b"".join([piece async for piece in response.aiter_raw()])
        finally:
            await response.aclose()
        headers = [
            (name, value) for name, value in _lasting(response.headers.raw) if name.lower() not in _OF_OUR_SERVER
        ]
        return response.status_code, headers, content

    def _request(self, scope: Scope, body: bytes) -> httpx2.Request:
        query: bytes = scope["query_string"]
        target = scope["raw_path"] + (b"?" + query if query else b"")
        sent = dict(scope["headers"])
        host = sent.get(b"host", b"")
        client = scope["client"][0] if scope["client"] else ""
        headers = [
            *((name, value) for name, value in _lasting(scope["headers"]) if name not in _OURS_TO_SAY),
            (b"host", host),
            (b"x-forwarded-for", client.encode()),
            (b"x-forwarded-host", host),
            (b"x-forwarded-proto", scope["scheme"].encode()),
        ]
        timeout = httpx2.Timeout(TIMEOUT_SECONDS).as_dict()
        extensions = {"target": target, "timeout": timeout}  # as they came: a URL would be tidied up
        return httpx2.Request(scope["method"], self._url, headers=headers, content=body, extensions=extensions)


async def _body(request: Request) -> bytes | None:
    """None if it is too large."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MAX_BODY_BYTES:
            return None
    return bytes(body)


def _lasting(headers: Iterable[Header]) -> Iterable[Header]:
    return ((name, value) for name, value in headers if name.lower() not in _HOP_BY_HOP)


def _problem(status: int, code: str, message: str) -> JSONResponse:
    return JSONResponse({"code": code, "message": message}, status, headers={"Cache-Control": "no-store"})
