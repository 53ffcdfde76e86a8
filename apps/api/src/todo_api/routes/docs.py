"""The documentation as a page: Swagger UI, of which everything comes from this server."""

from functools import cache
from importlib import resources

from fastapi import APIRouter, Request, Response
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import JSONResponse

from todo_api.openapi import TITLE
from todo_api.requests import PublicRoute

router = APIRouter(route_class=PublicRoute, include_in_schema=False)

_MEDIA_TYPES = {
    "swagger-ui.css": "text/css",
    "swagger-ui-bundle.js": "text/javascript",
    "favicon-32x32.png": "image/png",
}
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " frame-ancestors 'none'"
)
"""Reach no other server and be in no other's frame, whatever a later Swagger UI would like to."""


@router.get("/openapi.json")
async def show_document(request: Request) -> Response:
    """Show what the page is made of."""
    return JSONResponse(request.app.openapi())


@router.get("/docs")
async def show_docs() -> Response:
    """Show the page. Its links are relative, so that they hold behind a proxy, on any host and under any prefix."""
    page = get_swagger_ui_html(
        title=TITLE,
        openapi_url="openapi.json",
        swagger_css_url="docs/swagger-ui.css",
        swagger_js_url="docs/swagger-ui-bundle.js",
        swagger_favicon_url="docs/favicon-32x32.png",
        swagger_ui_parameters={
            "displayRequestDuration": True,
            "filter": True,
            "persistAuthorization": True,
            "tryItOutEnabled": True,
            "validatorUrl": None,
        },
    )
    page.headers["Content-Security-Policy"] = _POLICY
    return page


def _serve(name: str, media_type: str) -> None:
    @router.get(f"/docs/{name}", name=name)
    async def asset() -> Response:
        return Response(_content(name), media_type=media_type)


@cache
def _content(name: str) -> bytes:
    return resources.files("fastapi_swagger.resources").joinpath(name).read_bytes()


for _name, _media_type in _MEDIA_TYPES.items():
    _serve(_name, _media_type)
