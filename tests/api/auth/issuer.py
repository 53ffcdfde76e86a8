"""A small issuer on 127.0.0.1 that publishes keys, and can be down, slow or wrong."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Self

from api.auth.forging import json_bytes


class Issuer:
    """An HTTP server with one document; what it answers next may be set at any time."""

    def __init__(self) -> None:
        self.requests = 0
        self.status = "200 OK"
        self.headers = ""
        self.body = b""
        self.drip_seconds = 0.0  # the pause after each byte of the body
        self.answering = asyncio.Event()
        self.answering.set()
        self._server: asyncio.Server | None = None
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/auth/jwks"

    def publish(self, *jwks: dict[str, object]) -> None:
        self.body = json_bytes({"keys": jwks})

    async def start(self) -> Self:
        """Come up, on the same port as before if there was one."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def stop(self) -> None:
        """Go down: connections are refused from now on."""
        self.answering.set()
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()
            self._server = None

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, EOFError):
            await reader.readuntil(b"\r\n\r\n")
            self.requests += 1
            await self.answering.wait()
            head = (
                f"HTTP/1.1 {self.status}\r\nContent-Length: {len(self.body)}\r\nConnection: close\r\n{self.headers}\r\n"
            )
            writer.write(head.encode("ascii"))
            for piece in self._pieces():
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(self.drip_seconds)
        writer.close()

    def _pieces(self) -> list[bytes]:
        if self.drip_seconds:
            return [bytes([byte]) for byte in self.body]
        return [self.body]


@contextlib.asynccontextmanager
async def running_issuer() -> AsyncIterator[Issuer]:
    issuer = await Issuer().start()
    try:
        yield issuer
    finally:
        await issuer.stop()
