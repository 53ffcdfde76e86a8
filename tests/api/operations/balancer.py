"""A load balancer for TCP, as small as it can be: connections go in turn to those who say that they are ready."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import httpx2

from wire import close_all

PROBE_SECONDS = 0.1
PATIENCE = 20.0


class Balancer:
    """Asks each worker for readiness, over and over; nothing that was sent to one is sent to another."""

    def __init__(self) -> None:
        self.url = ""
        self.connections: Counter[str] = Counter()
        """How many each worker, by its base URL, was given so far."""
        self.ready: set[str] = set()
        self._workers: set[str] = set()
        self._passing: set[asyncio.Task[None]] = set()

    async def add(self, worker: str) -> None:
        """Send it connections from now on; waits until it is ready."""
        self._workers.add(worker)
        async with asyncio.timeout(PATIENCE):
            while worker not in self.ready:  # noqa: ASYNC110  it is asked at these times
                await asyncio.sleep(PROBE_SECONDS)

    async def probe(self) -> None:
        async with httpx2.AsyncClient(trust_env=False, timeout=PROBE_SECONDS * 20) as prober:
            while True:
                for worker in list(self._workers):
                    try:
                        answer = await prober.get(f"{worker}/readyz", headers={"Connection": "close"})
                        is_ready = answer.status_code == 200
                    except httpx2.TransportError:
                        is_ready = False
                    (self.ready.add if is_ready else self.ready.discard)(worker)
                await asyncio.sleep(PROBE_SECONDS)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass a connection on, to the next worker if one does not take it."""
        task = asyncio.current_task()
        assert task is not None
        self._passing.add(task)
        ends = [writer]
        try:
            for worker in sorted(self.ready, key=self.connections.__getitem__):
                self.connections[worker] += 1
                with suppress(ConnectionError):
                    there_reader, there_writer = await asyncio.open_connection("127.0.0.1", int(worker.rsplit(":")[-1]))
                    ends.append(there_writer)
                    async with asyncio.TaskGroup() as both:
                        both.create_task(_pass_on(reader, there_writer))
                        both.create_task(_pass_on(there_reader, writer))
                    return
        finally:
            await close_all(*ends)
            self._passing.discard(task)

    async def hang_up(self) -> None:
        for task in self._passing:
            task.cancel()
        await asyncio.gather(*self._passing, return_exceptions=True)


@asynccontextmanager
async def balancing(*workers: str) -> AsyncIterator[Balancer]:
    """A balancer before these workers, all of which are ready."""
    balancer = Balancer()
    server = await asyncio.start_server(balancer.serve, "127.0.0.1", 0)
    balancer.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    probing = asyncio.create_task(balancer.probe())
    try:
        for worker in workers:
            await balancer.add(worker)
        yield balancer
    finally:
        probing.cancel()
        server.close()
        await balancer.hang_up()


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Until one side has no more to say; then the other one is told."""
    with suppress(ConnectionError):
        while piece := await reader.read(65_536):
            writer.write(piece)
            await writer.drain()
    writer.close()
