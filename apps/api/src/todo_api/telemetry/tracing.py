"""Traces for OpenTelemetry: a span for each request, made by FastAPI, if there is a collector to send it to."""

from collections.abc import Callable

from fastapi.telemetry import TelemetryConfig

from todo_api.settings import Settings


def tracing_of(settings: Settings) -> tuple[TelemetryConfig, Callable[[], None]]:
    """How FastAPI is to make traces, and what sends the last of them.

    Its metrics and logs are off: we have ours, and its logs have messages of exceptions in them.
    """
    off = TelemetryConfig(tracing=False, metrics=False, logs=False, operation_spans=False, auto_configure=False)
    if settings.traces_url is None:
        return off, lambda: None
    from todo_api.telemetry.spans import tracer_provider  # noqa: PLC0415  an extra, which need not be installed

    provider = tracer_provider(str(settings.traces_url))
    return {**off, "tracing": True, "tracer_provider": provider}, provider.shutdown
