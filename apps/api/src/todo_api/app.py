"""The application, built from its settings."""

import asyncio
import gc
import os
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.routing import APIRoute

from todo_api import errors, openapi
from todo_api.auth import ClaimRules, JwksVerifier, RememberedTokens, SharedSecret, TokenVerifier
from todo_api.database import Database
from todo_api.draining import Draining
from todo_api.edge import Edge
from todo_api.express import Express
from todo_api.head import HeadAsGet
from todo_api.housekeeping import Housekeeping
from todo_api.live import Hub, Pace
from todo_api.rate_limits import RateLimits
from todo_api.routes import (
    account,
    activity,
    batch,
    changes,
    docs,
    events,
    health,
    labels,
    projects,
    sections,
    tasks,
    trash,
)
from todo_api.settings import InvalidSettings, Settings
from todo_api.telemetry.endpoint import serving_metrics
from todo_api.telemetry.logs import write_logs
from todo_api.telemetry.metrics import registry_of
from todo_api.telemetry.requests import Requests
from todo_api.telemetry.tracing import tracing_of
from todo_domain.caps import CAPS, Caps


def create_app(settings: Settings, pace: Pace | None = None, caps: Caps = CAPS) -> FastAPI:
    """An application that opens its database and its verifier when it starts, and closes them when it ends.

    `pace` is that of the live events, which tests cannot wait for, and `caps` is what they cannot fill.
    """
    database = Database(settings.database, settings.pool_size)
    verifier = token_verifier(settings)
    housekeeping = Housekeeping(database, settings.changes_kept)
    rate_limits = RateLimits(settings)
    live = Hub(database, settings, pace or Pace())
    draining = Draining(settings.drain_seconds, live.stop)
    requests = Requests(settings.slow_seconds)
    tracing = tracing_of(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as running:
            running.push_async_callback(asyncio.to_thread, tracing.stop)
            running.push_async_callback(database.close)
            running.push_async_callback(verifier.close)
            await verifier.start()
            await running.enter_async_context(live.running())
            await running.enter_async_context(rate_limits.running())
            running.enter_context(draining.upon_signals())
            if settings.metrics_port is not None:
                metrics = registry_of(requests, database, live)
                await running.enter_async_context(
                    serving_metrics(metrics, settings.metrics_host, settings.metrics_port)
                )
            keeping_house = asyncio.create_task(housekeeping.keep_house())
            running.callback(keeping_house.cancel)
            yield

    app = FastAPI(
        title=openapi.TITLE,
        version=version("todo-api"),
        lifespan=lifespan,
        telemetry=tracing.config,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        swagger_ui_oauth2_redirect_url=None,
        redirect_slashes=False,
        generate_unique_id_function=_operation_id,
    )
    app.state.settings, app.state.database = settings, database
    app.state.verifier, app.state.live = verifier, live
    app.state.rate_limits, app.state.draining = rate_limits, draining
    app.state.caps = caps
    everything = [tasks, projects, sections, labels, trash, changes, events, activity, batch, account, health]
    for routes in (*everything, docs) if settings.docs else everything:
        app.include_router(routes.router)
    if settings.traces_url is None:  # FastAPI's spans are made on the way that Express does not take
        operations = [route for routes in everything for route in routes.router.routes]
        app.add_middleware(Express, routes=operations, handlers=app.exception_handlers)
    app.add_middleware(
        Edge, answered=requests.answered, draining=draining, origins=settings.cors_origins, name_span=tracing.name
    )
    app.add_middleware(HeadAsGet)
    errors.install(app)
    app.openapi = partial(openapi.describe, app)  # type: ignore[method-assign]  # FastAPI's own way to extend it
    return app


def app_from_environment() -> FastAPI:
    """What uvicorn calls. Settings that cannot be used end the process, with a sentence for each and status 2."""
    try:
        settings = Settings.from_environment(os.environ)
    except InvalidSettings as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(2) from None
    write_logs(settings.log_format)
    app = create_app(settings)
    gc.collect()
    gc.freeze()  # what was made so far stays for good: it need not be looked through again and again
    return app


def token_verifier(settings: Settings) -> TokenVerifier:
    rules = ClaimRules(settings.token_issuer, settings.token_audience)
    if settings.jwks_url is not None:
        return RememberedTokens(JwksVerifier(str(settings.jwks_url), rules))
    return RememberedTokens(SharedSecret(settings.shared_secret or settings.development_secret or "", rules))


def _operation_id(route: APIRoute) -> str:
    return route.name
