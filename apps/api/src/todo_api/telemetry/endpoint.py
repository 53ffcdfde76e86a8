"""Where metrics are served: on a port of their own, which no proxy shows to the world."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread
from wsgiref.simple_server import WSGIServer

from prometheus_client import CollectorRegistry, start_http_server

_PORTS = 32
"""As many workers as `todo up` starts at most: each takes the first port that is free."""

_log = logging.getLogger(__name__)


@asynccontextmanager
async def serving_metrics(registry: CollectorRegistry, host: str, port: int) -> AsyncIterator[None]:
    """Serve them in a thread for as long as this lasts, on this port or the first free one behind it.

    Requests are served all the same if there is none.
    """
    try:
        server, thread = _start(registry, host, port)
    except OSError as error:
        _log.error("Metrics cannot be served on %s, port %d and behind: %s", host, port, error)
        yield
        return
    _log.info("Metrics are served on http://%s:%d/metrics", host, server.server_port)
    try:
        yield
    finally:
        await asyncio.to_thread(_stop, server, thread)


def _start(registry: CollectorRegistry, host: str, port: int) -> tuple[WSGIServer, Thread]:
    for following in range(port, min(port + _PORTS, 65536)):
        try:
            return start_http_server(following, host, registry)
        except OSError as error:
            taken = error
    raise taken


def _stop(server: WSGIServer, thread: Thread) -> None:
    server.shutdown()
    server.server_close()
    thread.join()
