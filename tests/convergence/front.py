"""The one address that devices know: it hands each connection to a worker that is there, and fails on demand."""

import asyncio
from collections.abc import Sequence
from random import Random
from types import TracebackType
from typing import Self

from wire import close_all

_PIECE = 65_536


class Front:
    """Plain TCP on loopback. A worker that dies breaks its connections; the next ones go to another."""

    def __init__(self, ports: Sequence[int], random: Random) -> None:
        self._ports = ports
        self._random = random
        self._connections: set[_Connection] = set()
        self._server: asyncio.Server | None = None
        self._answers_to_lose = 0
        self.is_open = True
        self.lost_answers = 0

    @property
    def url(self) -> str:
        assert self._server is not None
        return "http://{}:{}".format(*self._server.sockets[0].getsockname())

    def lose_answer(self) -> None:
        """The next batch will be done, and nobody will hear of it."""
        self._answers_to_lose += 1

    def drop(self, share: float) -> int:
        """Break this share of the connections, and say how many these were."""
        chosen = [connection for connection in self._connections if self._random.random() < share]
        for connection in chosen:
            connection.abort()
        return len(chosen)

    def calm_down(self) -> None:
        self.is_open, self._answers_to_lose = True, 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        self.drop(1)
        async with asyncio.timeout(5):
            while self._connections:  # noqa: ASYNC110  each takes a turn of the loop to end
                await asyncio.sleep(0.01)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        worker = await self._some_worker() if self.is_open else None
        if worker is None:
            writer.transport.abort()
            return
        connection = _Connection(self, writer.transport, worker[1].transport)
        self._connections.add(connection)
        try:
            await asyncio.gather(
                connection.carry_requests(reader, worker[1]), connection.carry_answers(worker[0], writer)
            )
        finally:
            await close_all(writer, worker[1])
            self._connections.discard(connection)

    async def _some_worker(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        for port in self._random.sample(self._ports, len(self._ports)):
            try:
                return await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                continue
        return None

    def loses(self) -> bool:
        """Whether this answer is one that gets lost."""
        if self._answers_to_lose == 0:
            return False
        self._answers_to_lose -= 1
        self.lost_answers += 1
        return True


class _Connection:
    """Between a device and a worker, until either of them ends it."""

    def __init__(self, front: Front, *ends: asyncio.WriteTransport) -> None:
        self._front = front
        self._ends = ends
        self._is_batch = False

    def abort(self) -> None:
        for end in self._ends:
            end.abort()

    async def carry_requests(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        await self._carry(source, target, is_request=True)

    async def carry_answers(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        await self._carry(source, target, is_request=False)

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter, *, is_request: bool) -> None:
        try:
            while piece := await source.read(_PIECE):
                if is_request:
                    self._is_batch = self._is_batch or piece.startswith(b"POST /v1/batch ")
                elif self._is_batch:
                    self._is_batch = False
                    if self._front.loses():
                        break
                target.write(piece)
                await target.drain()
        except OSError:
            pass  # broken off, which is what it is here for
        finally:
            self.abort()
