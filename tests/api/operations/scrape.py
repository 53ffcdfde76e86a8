"""Metrics as Prometheus reads them."""

import asyncio
import socket
from contextlib import closing, suppress

import httpx2
from prometheus_client.parser import text_string_to_metric_families

PATIENCE = 10.0


def free_port() -> int:
    """A port that is free, and the next one too."""
    while True:
        with closing(socket.create_server(("127.0.0.1", 0))) as free, suppress(OSError):
            port = int(free.getsockname()[1])
            socket.create_server(("127.0.0.1", port + 1)).close()
            return port


class Scrape:
    """All samples of one moment."""

    def __init__(self, text: str) -> None:
        families = text_string_to_metric_families(text)
        self.samples = [sample for family in families for sample in family.samples]

    def value(self, name: str, **labels: str) -> float:
        """That of the one sample with this name and these labels."""
        (value,) = (sample.value for sample in self.samples if (sample.name, sample.labels) == (name, labels))
        return float(value)

    def labels(self, name: str) -> list[dict[str, str]]:
        return [sample.labels for sample in self.samples if sample.name == name]


async def scrape(port: int) -> Scrape:
    async with httpx2.AsyncClient(trust_env=False) as prometheus:
        response = await prometheus.get(f"http://127.0.0.1:{port}/metrics")
    assert response.status_code == 200
    return Scrape(response.text)


async def until(port: int, **values: float) -> None:
    """Until these metrics, which have no labels, have these values."""
    async with asyncio.timeout(PATIENCE):
        while (found := await _found(port, values)) != values:
            assert found
            await asyncio.sleep(0.02)


async def _found(port: int, names: dict[str, float]) -> dict[str, float]:
    now = await scrape(port)
    return {name: now.value(name) for name in names}
