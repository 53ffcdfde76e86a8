"""An API whose users may have little, on both schemas, and with every call left to FastAPI."""

from collections.abc import AsyncIterator

import pytest

from api.caps.filling import LITTLE
from running import Api
from serving import serving_app
from todo_api.app import create_app


@pytest.fixture(scope="session", params=["plain", "partitioned", "solved"])
async def api(request: pytest.FixtureRequest, plain_api: Api, partitioned_api: Api) -> AsyncIterator[Api]:
    roomy = partitioned_api if request.param == "partitioned" else plain_api
    app = create_app(roomy.settings, caps=LITTLE)
    if request.param == "solved":
        app.dependency_overrides[_nobody_asks] = _nobody_asks
    async with serving_app(app) as url:
        yield Api(url, roomy.settings, roomy.database)


async def _nobody_asks() -> None:
    pass
