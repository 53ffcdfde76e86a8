"""Bytes on a socket: what no HTTP client agrees to send, and what stands between a client and a server."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

_PATIENCE = 5.0


@dataclass(frozen=True)
class Answer:
    """What came back before the server hung up; status 0 if it only hung up."""

    status: int
    media_type: str
    body: bytes


async def exchange(url: str, request: bytes, *, hang_up: bool = False) -> Answer:
    """Send these bytes and read until the server closes the connection; with `hang_up`, say that no more will come."""
    target = urlsplit(url)
    reader, writer = await asyncio.open_connection(target.hostname, target.port)
    try:
        writer.write(request)
        if hang_up:
            writer.write_eof()
        async with asyncio.timeout(_PATIENCE):
            return _parsed(await reader.read())
    finally:
        await close_all(writer)


def port_of(server: asyncio.Server | None) -> int:
    """Where it listens, on whatever port it was given; it has to be running."""
    assert server is not None
    port: int = server.sockets[0].getsockname()[1]
    return port


async def close_all(*connections: asyncio.StreamWriter) -> None:
    """Send what is left to be sent, and wait until the event loop has nothing to do with them any more."""
    for connection in connections:
        connection.close()
    for connection in connections:
        with suppress(OSError):
            await connection.wait_closed()


def _parsed(answer: bytes) -> Answer:
    head, _, body = answer.partition(b"\r\n\r\n")
    status_line, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return Answer(int(status_line.split(" ")[1]) if head else 0, headers.get("content-type", ""), body)
