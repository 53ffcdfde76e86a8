"""CORS (as the Fetch standard defines it): what pages of other origins may send and read."""

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

from todo_api.responses import CHANGE_ID, REPLAYED
from todo_api.telemetry.request_ids import HEADER as REQUEST_ID
from todo_api.writer import CLIENT_NAME, IDEMPOTENCY_KEY

_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
_SENT = ("Authorization", "If-Match", "If-None-Match", IDEMPOTENCY_KEY, CLIENT_NAME, "Last-Event-ID", REQUEST_ID)
_READ = ("ETag", "Location", CHANGE_ID, REPLAYED, "Retry-After", "RateLimit", "RateLimit-Policy", REQUEST_ID)
_REMEMBERED = 7200
"""Seconds for which a browser need not ask again; none remembers for longer."""


def open_to(origins: tuple[str, ...], app: ASGIApp) -> ASGIApp:
    """The app, readable for pages of these origins too. They send their token themselves: no cookie is asked for."""
    if not origins:
        return app
    return CORSMiddleware(
        app,
        allow_origins=origins,
        allow_methods=_METHODS,
        allow_headers=_SENT,
        expose_headers=_READ,
        max_age=_REMEMBERED,
    )
