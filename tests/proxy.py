"""The network between the API and its database, which fails as networks do."""

import asyncio
import socket
import struct
from contextlib import suppress
from types import TracebackType
from typing import Self

from wire import close_all, port_of

_PIECE = 65_536
_ABORT = struct.pack("ii", 1, 0)
"""SO_LINGER that makes a close a reset."""


class Proxy:
    """Plain TCP on loopback, to one port of this machine."""

    def __init__(self, target: int) -> None:
        self.target = target
        """Where the next connections lead; those that are open stay where they are."""
        self.delay = 0.0
        """Seconds that each piece takes longer."""
        self._passable = asyncio.Event()
        self._passable.set()
        self._carrying: set[asyncio.Task[None]] = set()
        self._clients: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None

    @property
    def port(self) -> int:
        return port_of(self._server)

    def swallow(self) -> None:
        """From now on nothing arrives on the other side, and nobody is told."""
        self._passable.clear()

    def let_through(self) -> None:
        """What was swallowed arrives, as TCP sends it again."""
        self._passable.set()

    def reset(self) -> None:
        """Break all connections."""
        for client in self._clients:
            client.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _ABORT)
            client.transport.abort()

    def half_close(self) -> None:
        """Tell the clients that no more will come, and go on listening to them."""
        for client in self._clients:
            with suppress(OSError):
                client.write_eof()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        for task in self._carrying:
            task.cancel()
        await asyncio.gather(*self._carrying, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._carrying.add(task)
        self._clients.add(writer)
        ends = [writer]
        try:
            await self._passable.wait()
            there, back = await asyncio.open_connection("127.0.0.1", self.target)
            ends.append(back)
            await asyncio.gather(self._carry(reader, back), self._carry(there, writer))
        except (OSError, asyncio.CancelledError):
            pass  # broken off, which is what it is here for
        finally:
            self._clients.discard(writer)
            for end in ends:
                end.transport.abort()
            await close_all(*ends)
            self._carrying.discard(task)

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        while piece := await source.read(_PIECE):
            if self.delay:
                await asyncio.sleep(self.delay)
            await self._passable.wait()
            target.write(piece)
            await target.drain()
        raise ConnectionResetError("one end has ended, so that the other is to end")
