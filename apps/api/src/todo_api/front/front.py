"""Who answers what on the one origin."""

from collections.abc import Mapping
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from todo_api.front.relay import Relay
from todo_api.front.site import Site

AUTH_URL = "_UP_AUTH_URL"
WEB_FOLDER = "_UP_WEB_FOLDER"
"""The variables by which `todo up` tells the processes that it starts; nobody else sets them."""

_AUTH = "/api/auth/"
_OF_THE_API = ("/v1/", "/docs", "/openapi.json", "/healthz", "/readyz")


class Front:
    """Better Auth's paths go to its server, the API's to the API, and all others to the web app if there is one."""

    def __init__(self, api: ASGIApp, auth: Relay, site: Site | None) -> None:
        self._api = api
        self._auth = auth
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            try:
                await self._api(scope, receive, send)
            finally:
                await self._auth.close()
            return
        await self._whose(scope)(scope, receive, send)

    def _whose(self, scope: Scope) -> ASGIApp:
        path: str = scope.get("path", "")
        if path.startswith(_AUTH):
            return self._auth
        if self._site is None or scope["type"] != "http" or f"{path}/".startswith(_OF_THE_API):
            return self._api
        return self._site


def behind_front(api: ASGIApp, environment: Mapping[str, str]) -> ASGIApp:
    """The API with what `todo up` has started beside it; the API as it is if that is nothing."""
    url, folder = environment.get(AUTH_URL), environment.get(WEB_FOLDER)
    if url is None:
        return api
    return Front(api, Relay(url), None if folder is None else Site(Path(folder)))
