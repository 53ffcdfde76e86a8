"""Spans, on their way to a collector: OTLP over HTTP, in batches, from a thread of its own."""

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import SERVICE_NAME, OTELResourceDetector, Resource
from opentelemetry.sdk.trace import Span, SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import get_current_span

_QUERY = "url.query"
_REQUEST_ID = "http.response.header.x-request-id"
"""OpenTelemetry's name for a header of the answer, which is a list there."""


def tracer_provider(endpoint: str) -> TracerProvider:
    """Send them to this address; the rest is as OTEL_TRACES_SAMPLER and OpenTelemetry's other variables say."""
    provider = TracerProvider(resource=Resource({SERVICE_NAME: "todo-api"}).merge(OTELResourceDetector().detect()))
    provider.add_span_processor(_WithoutQuery())
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(f"{endpoint.rstrip('/')}/v1/traces")))
    return provider


def name_span(request_id: bytes) -> None:
    """Give the span of the request that is being answered its id, by which its lines in the log are found."""
    get_current_span().set_attribute(_REQUEST_ID, [request_id.decode("ascii")])


class _WithoutQuery(SpanProcessor):
    """Takes out what users search for."""

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:
        del parent_context
        if span.attributes is not None and _QUERY in span.attributes:
            span.set_attribute(_QUERY, "")
