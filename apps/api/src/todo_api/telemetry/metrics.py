"""The metrics of one process, read where they are kept anyway whenever somebody asks for them."""

from collections import defaultdict
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from todo_api.database import Database
from todo_api.live import Hub
from todo_api.telemetry.durations import Durations
from todo_api.telemetry.requests import Requests


def registry_of(requests: Requests, database: Database, live: Hub) -> CollectorRegistry:
    """What is to be served: ours, and memory, CPU and file descriptors of the process."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Metrics(requests, database, live))
    ProcessCollector(registry=registry)
    return registry


class _Metrics(Collector):
    def __init__(self, requests: Requests, database: Database, live: Hub) -> None:
        self._requests = requests
        self._database = database
        self._live = live

    def collect(self) -> Iterator[Metric]:
        yield from self._of_requests()
        yield from self._of_database()
        yield from self._of_live_events()

    def _of_requests(self) -> Iterator[Metric]:
        answered = CounterMetricFamily(
            "todo_requests", "Requests that were answered.", labels=["route", "method", "status"]
        )
        duration = HistogramMetricFamily(
            "todo_request_duration_seconds", "Time until the answer began.", labels=["route", "method"]
        )
        whole: defaultdict[tuple[str, str], Durations] = defaultdict(Durations)
        for (route, method, hundreds), durations in list(self._requests.durations.items()):
            answered.add_metric([route, method, f"{hundreds}xx"], durations.count)
            whole[route, method].add(durations)
        for labels, durations in whole.items():
            duration.add_metric(labels, durations.buckets(), durations.total)
        yield from (answered, duration)

    def _of_database(self) -> Iterator[Metric]:
        pool = self._database.pool
        yield _gauge("todo_pool_limit", "Connections that may be open.", pool.size)
        yield _gauge("todo_pool_connections", "Connections that are open.", pool.open)
        yield _gauge("todo_pool_in_use", "Connections that are in use.", pool.in_use)
        yield _gauge("todo_pool_waiting", "Units of work that wait for a connection.", pool.waiting)
        yield _histogram("todo_pool_wait_seconds", "Time until there was a connection.", pool.waits)
        yield _counter("todo_database_retries", "Units of work that were tried again.", self._database.retries)

    def _of_live_events(self) -> Iterator[Metric]:
        live = self._live
        yield _gauge("todo_streams", "Streams of events that are open.", live.streams)
        yield _histogram("todo_feed_lag_seconds", "Time from a hint of news until a stream told them.", live.lag)
        yield _counter("todo_feed_polls", "How often was looked for what no hint told.", live.polls)
        yield _gauge("todo_bus_healthy", "Whether the bus carries hints: 1, or 0 without streams.", live.bus_is_healthy)
        yield _counter("todo_bus_recoveries", "How often the bus has become healthy.", live.bus_recoveries)


def _gauge(name: str, meaning: str, value: float) -> Metric:
    return GaugeMetricFamily(name, meaning, value=value)


def _counter(name: str, meaning: str, value: float) -> Metric:
    return CounterMetricFamily(name, meaning, value=value)


def _histogram(name: str, meaning: str, durations: Durations) -> Metric:
    return HistogramMetricFamily(name, meaning, buckets=durations.buckets(), sum_value=durations.total)
