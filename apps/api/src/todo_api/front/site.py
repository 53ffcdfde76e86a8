"""The web app's files."""

from http import HTTPStatus
from pathlib import Path, PurePosixPath

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Message, Receive, Scope, Send

POLICY = "; ".join(  # noqa: FLY002  a line for each directive
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_HASHED = "/assets/"
"""Files whose names change with what is in them."""
_PAGE = "index.html"


class Site:
    """A built single-page app: its files, and its page for each path that is none.

    A path whose last part has a dot was meant to be a file, so that a missing one is missing: the page in its place
    would only be a script that does not parse.
    """

    def __init__(self, folder: Path) -> None:
        self._files = StaticFiles(directory=folder)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_HEADERS)
                headers["Cache-Control"] = _kept(scope["path"], message["status"])
            await send(message)

        response = await self._answer(scope)
        await response(scope, receive, with_headers)

    async def _answer(self, scope: Scope) -> Response:
        path = self._files.get_path(scope)
        try:
            return await self._files.get_response(path, scope)
        except HTTPException as error:
            if error.status_code != HTTPStatus.NOT_FOUND or "." in PurePosixPath(scope["path"]).name:
                return PlainTextResponse(error.detail, error.status_code, error.headers)
        return await self._files.get_response(_PAGE, scope)


def _kept(path: str, status: int) -> str:
    if path.startswith(_HASHED) and status < HTTPStatus.BAD_REQUEST:
        return "public, max-age=31536000, immutable"
    return "no-cache"
