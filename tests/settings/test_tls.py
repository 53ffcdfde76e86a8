"""TLS as PostgreSQL begins it, in front of a real server: who cannot prove the host's name is told no password."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from cluster import Cluster
from settings.certificates import Authority
from todo_api.connecting import Connector
from todo_api.database_url import DatabaseTarget, parse_database_url

pytestmark = pytest.mark.direct("the tests' own proxy speaks TLS")

_SSL_REQUEST = (8).to_bytes(4) + (80877103).to_bytes(4)


class Terminator:
    """What stands before Neon's servers: it takes TLS off, and passes on what is in it."""

    def __init__(self, context: ssl.SSLContext | None, socket: Path) -> None:
        self._context = context
        self._socket = socket
        self.heard = b""
        """The first bytes that came, after the handshake if there was one."""

    async def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ends = [writer]
        try:
            self.heard = await reader.readexactly(8)
            if self._context is None or self.heard != _SSL_REQUEST:
                writer.write(b"N")
                return
            self.heard = b""
            writer.write(b"S")
            await writer.start_tls(self._context)
            there, back = await asyncio.open_unix_connection(self._socket)
            ends.append(back)
            await asyncio.gather(self._carry(reader, back), self._carry(there, writer))
        except (OSError, asyncio.IncompleteReadError):
            pass  # the client has hung up, as it should on some
        finally:
            for end in ends:
                end.close()

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        while piece := await source.read(65_536):
            self.heard += piece
            target.write(piece)
            await target.drain()
        target.close()


@asynccontextmanager
async def _terminating(cluster: Cluster, context: ssl.SSLContext | None) -> AsyncIterator[tuple[Terminator, int]]:
    terminator = Terminator(context, cluster.folder / ".s.PGSQL.5432")
    server = await asyncio.start_server(terminator.accept, "127.0.0.1", 0)
    try:
        yield terminator, server.sockets[0].getsockname()[1]
    finally:
        server.close()


def _target(port: int, authority: Authority, mode: str, host: str = "localhost") -> DatabaseTarget:
    query = f"sslmode={mode}&channel_binding=require&sslrootcert={authority.file}"
    return parse_database_url(f"postgresql://todo:s3cr3t@{host}:{port}/template1?{query}")


@pytest.mark.parametrize("mode", ["require", "verify-ca", "verify-full"])
async def test_a_host_that_proves_its_name_is_spoken_to(cluster: Cluster, tmp_path: Path, mode: str) -> None:
    authority = Authority.new(tmp_path)
    async with _terminating(cluster, authority.server("localhost")) as (terminator, port):
        connection = await Connector(_target(port, authority, mode)).connect()
        assert await connection.fetchval("SELECT current_user") == "todo"
        await connection.close()
    assert terminator.heard


@pytest.mark.parametrize("mode", ["require", "verify-ca", "verify-full"])
@pytest.mark.parametrize("wrong", ["authority", "name", "expired", "no TLS"])
async def test_any_other_is_told_nothing(cluster: Cluster, tmp_path: Path, mode: str, wrong: str) -> None:
    authority = Authority.new(tmp_path)
    contexts = {
        "authority": Authority.new(tmp_path, "somebody else").server("localhost"),
        "name": authority.server("db.example.com"),
        "expired": authority.server("localhost", days=-1),
        "no TLS": None,
    }
    async with _terminating(cluster, contexts[wrong]) as (terminator, port):
        with pytest.raises(OSError, match="rejected SSL upgrade" if wrong == "no TLS" else "CERTIFICATE_VERIFY_FAILED"):
            await Connector(_target(port, authority, mode)).connect()
    assert terminator.heard in {b"", _SSL_REQUEST}, "neither the user's name nor the password"


async def test_the_machines_own_authorities_are_believed_and_no_others(cluster: Cluster, tmp_path: Path) -> None:
    authority = Authority.new(tmp_path)
    async with _terminating(cluster, authority.server("localhost")) as (terminator, port):
        target = parse_database_url(f"postgresql://todo@localhost:{port}/template1?sslmode=require")
        with pytest.raises(ssl.SSLCertVerificationError):
            await Connector(target).connect()
    assert terminator.heard == b""
