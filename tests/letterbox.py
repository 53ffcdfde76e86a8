"""A mail server on loopback, as far as one is needed: whatever is handed in, it keeps."""

import asyncio
import re
import ssl
from collections import defaultdict
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Self
from urllib.parse import parse_qs

from wire import close_all, port_of

SECONDS = 20.0
"""How long a letter may take; on an idle machine it takes a few milliseconds."""


_ANSWERS = dict.fromkeys(("EHLO", "MAIL", "RCPT", "DATA"), b"250 fine\r\n") | {"QUIT": b"221 bye\r\n"}


class Letterbox:
    """Everybody's. It speaks SMTP (RFC 5321), within TLS if it has a certificate, and is asked for letters by name."""

    def __init__(self, tls: ssl.SSLContext | None = None, *, greets: bool = True) -> None:
        self._tls = tls
        self._greets = greets
        self._letters: dict[str, asyncio.Queue[EmailMessage]] = defaultdict(asyncio.Queue)
        self._clients: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None

    @property
    def port(self) -> int:
        return port_of(self._server)

    @property
    def settings(self) -> dict[str, str]:
        """By which the server of apps/auth sends its letters here."""
        return {"AUTH_SMTP_URL": f"smtp://127.0.0.1:{self.port}", "AUTH_MAIL_FROM": "Todo <todo@todo.example>"}

    async def letter_to(self, address: str) -> EmailMessage:
        """The next one, which may still be on its way."""
        async with asyncio.timeout(SECONDS):
            return await self._letters[address].get()

    def count(self, address: str) -> int:
        """How many have come and were not looked at."""
        return self._letters[address].qsize()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0, ssl=self._tls)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        await close_all(*self._clients)
        await self._server.wait_closed()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._clients.add(writer)
        try:
            if self._greets:
                await self._talk(reader, writer)
            else:
                await reader.read()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client has hung up
        finally:
            self._clients.discard(writer)
            writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 ready\r\n")
        recipient = ""
        while line := await reader.readline():
            verb, _, rest = line.decode().strip().partition(" ")
            if verb == "RCPT":
                recipient = rest.partition("<")[2].partition(">")[0]
            if verb == "DATA":
                writer.write(b"354 go on\r\n")
                data = (await reader.readuntil(b"\r\n.\r\n")).removesuffix(b".\r\n").replace(b"\r\n..", b"\r\n.")
                self._letters[recipient].put_nowait(message_from_bytes(data, policy=policy.default))
            writer.write(_ANSWERS.get(verb, b"502 that is not done here\r\n"))


def link_in(letter: EmailMessage) -> str:
    """The one link that it has."""
    (link,) = re.findall(r"https?://\S+", letter.get_content())
    return str(link)


def token_in(letter: EmailMessage) -> str:
    """What is secret in its link, behind the #."""
    (token,) = parse_qs(link_in(letter).partition("#")[2])["token"]
    return token
