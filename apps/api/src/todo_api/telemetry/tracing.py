"""Traces for OpenTelemetry: a span for each request, made by FastAPI, if there is a collector to send it to."""

from collections.abc import Callable
from typing import NamedTuple

from fastapi.telemetry import TelemetryConfig

from todo_api.settings import Settings


class Tracing(NamedTuple):
    config: TelemetryConfig
    """How FastAPI is to make spans."""
    name: Callable[[bytes], None] | None
    """Gives the span of the request that is being answered its id."""
    stop: Callable[[], None]
    """Sends the last of them."""


def tracing_of(settings: Settings) -> Tracing:
    """FastAPI's metrics and logs are off: we have ours, and its logs have messages of exceptions in them."""
    off = TelemetryConfig(tracing=False, metrics=False, logs=False, operation_spans=False, auto_configure=False)
    if settings.traces_url is None:
        return Tracing(off, None, lambda: None)
    from todo_api.telemetry.spans import name_span, tracer_provider  # noqa: PLC0415  an extra, which need not be installed

    provider = tracer_provider(str(settings.traces_url))
    return Tracing({**off, "tracing": True, "tracer_provider": provider}, name_span, provider.shutdown)
