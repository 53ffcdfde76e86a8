"""Traces: sent to a collector if there is one, with nothing in them that users wrote."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import AnyValue

from api.operations.conftest import UNWELCOME, Start
from client import refusal

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


@dataclass
class Collector:
    """Takes what is sent to it."""

    url: str
    bodies: list[bytes] = field(default_factory=list)

    @property
    def spans(self) -> list[dict[str, object]]:
        return [
            {"name": span.name, "trace": span.trace_id.hex()}
            | {
                one.key: one.value.string_value or one.value.int_value or values(one.value)
                for one in (*resource.resource.attributes, *span.attributes)
            }
            for body in self.bodies
            for resource in ExportTraceServiceRequest.FromString(body).resource_spans
            for scope in resource.scope_spans
            for span in scope.spans
        ]


def values(several: AnyValue) -> list[str]:
    return [one.string_value for one in several.array_value.values]


@contextmanager
def collecting() -> Iterator[Collector]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/v1/traces"
            collector.bodies.append(self.rfile.read(int(self.headers["content-length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        collector = Collector(f"http://127.0.0.1:{server.server_port}")
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield collector
        server.shutdown()
        thread.join()


@pytest.mark.usefixtures("fault")
async def test_each_request_is_a_span_and_all_are_sent_at_the_end(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_BSP_SCHEDULE_DELAY", "60000")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TRACES_COMPRESSION", "none")
    with collecting() as collector:
        async with start(OTEL_EXPORTER_OTLP_ENDPOINT=collector.url) as ada:
            task = await ada.create_task(title="Water the tomatoes")
            await ada.get(f"/v1/tasks/{task.id}", headers={"traceparent": PARENT, "X-Request-Id": "mine"})
            assert await ada.tasks(text=UNWELCOME) == []
            assert refusal(await ada.post("/v1/tasks", json={"title": UNWELCOME})) == (500, "internal_error")
            assert collector.bodies == []

    told = [(span["name"], span["http.response.status_code"]) for span in collector.spans]
    assert told == [
        ("POST /v1/tasks", 201),
        ("GET /v1/tasks/{task_id}", 200),
        ("GET /v1/tasks", 200),
        ("POST /v1/tasks", 500),
    ]
    assert {span["service.name"] for span in collector.spans} == {"todo-api"}
    assert collector.spans[1]["trace"] == PARENT.split("-")[1]
    ids = [span["http.response.header.x-request-id"] for span in collector.spans]
    assert ids[1] == ["mine"], "as in the answer and in the log"
    assert len({str(each) for each in ids}) == 4
    assert UNWELCOME.encode() not in b"".join(collector.bodies)


async def test_without_a_collector_there_are_none(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even where FastAPI would look for one by itself."""
    monkeypatch.setenv("FASTAPI_OTEL_AUTO_CONFIGURE", "true")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "")
    with collecting() as collector:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url)
        async with start() as ada:
            await ada.create_task()

    assert collector.bodies == []
