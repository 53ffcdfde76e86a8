"""The wire between the API and PostgreSQL, with somebody who reads along what is asked for."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

_PIECE = 65_536
_STARTUP = 4
"""The bytes before a connection's first message, which alone has no kind."""


@dataclass(frozen=True, slots=True)
class Trip:
    """What was sent until the server had to answer."""

    connection: int
    messages: str
    """Their kinds: P parse, D describe, B bind, E execute, C close, Q a simple query, S sync, H flush."""
    sql: tuple[str, ...]
    """What they executed."""
    at: float
    """When, by the event loop's clock."""


@dataclass(slots=True)
class _Reading:
    """What one connection has sent and nobody has answered yet."""

    connection: int
    rest: bytearray = field(default_factory=bytearray)
    has_begun: bool = False
    prepared: dict[bytes, str] = field(default_factory=dict)
    messages: str = ""
    sql: list[str] = field(default_factory=list)

    def take(self, data: bytes) -> Iterator[Trip]:
        """The trips that end with this data."""
        self.rest += data
        while (message := self._message()) is not None:
            kind, body = message
            if kind:
                self._note(kind, body)
            if kind in {"Q", "S", "H"}:
                yield Trip(self.connection, self.messages, tuple(self.sql), asyncio.get_running_loop().time())
                self.messages, self.sql = "", []

    def _message(self) -> tuple[str, bytes] | None:
        """The next message, if all of it is here."""
        kind_bytes = int(self.has_begun)
        if len(self.rest) < kind_bytes + _STARTUP:
            return None
        end = kind_bytes + int.from_bytes(self.rest[kind_bytes : kind_bytes + _STARTUP])
        if len(self.rest) < end:
            return None
        kind, body = self.rest[:kind_bytes].decode(), bytes(self.rest[kind_bytes + _STARTUP : end])
        del self.rest[:end]
        self.has_begun = True
        return kind, body

    def _note(self, kind: str, body: bytes) -> None:
        self.messages += kind
        match kind:
            case "P":
                name, sql, _ = body.split(b"\0", 2)
                self.prepared[name] = sql.decode()
            case "B":
                _, name, _ = body.split(b"\0", 2)
                self.sql.append(self.prepared[name])
            case "Q":
                self.sql.append(body.rstrip(b"\0").decode())


class Tap:
    """A port that leads to a server's socket."""

    def __init__(self, folder: Path) -> None:
        self.trips: list[Trip] = []
        self._socket = folder / ".s.PGSQL.5432"
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    def url(self, database: str) -> str:
        """What `DATABASE_URL` would hold."""
        assert self._server is not None
        return "postgresql://todo@{}:{}/{}".format(*self._server.sockets[0].getsockname(), database)

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        for connection in self._connections:
            connection.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        carrying = asyncio.current_task()
        assert carrying is not None
        self._connections.add(carrying)
        reading = _Reading(len(self._connections))
        server_reader, server_writer = await asyncio.open_unix_connection(self._socket)
        answers = asyncio.create_task(_carry(server_reader, writer))
        try:
            while data := await reader.read(_PIECE):
                self.trips += reading.take(data)
                server_writer.write(data)
        finally:
            answers.cancel()
            writer.close()
            server_writer.close()


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(_PIECE):
        writer.write(data)
    writer.close()
