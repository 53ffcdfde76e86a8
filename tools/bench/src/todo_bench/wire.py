"""HTTP/1.1 on raw sockets, and as little of it as will do, since whoever measures shares the machine with the API.

Any answer but a success makes the run invalid.
"""

import asyncio
import time
from dataclasses import dataclass
from typing import Self, cast

import httptools

from todo_bench.refusal import Invalid
from todo_bench.worker import HOST

ANSWER_SECONDS = 30.0
_SUCCESS = range(200, 300)


@dataclass(slots=True)
class Answer:
    """What came back, and when all of it was here: seconds since 1970."""

    body: bytes = b""
    at: float = 0.0


class Wire(asyncio.Protocol):
    """A connection to the worker that sends one request at a time; what is done with an answer is its children's."""

    def __init__(self) -> None:
        self.lost = False
        self._parser = httptools.HttpResponseParser(self)
        self._transport: asyncio.Transport | None = None
        self.asked = ""
        """The last request's method and path; its query, with cursors in it, is nobody's business."""

    @classmethod
    async def open(cls, port: int) -> Self:
        """Raises Invalid if nobody takes the connection."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                _, wire = await loop.create_connection(cls, HOST, port)
        except OSError as error:
            raise Invalid(f"The API takes no more connections ({error!r}); the run is invalid.") from error
        return wire

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def connection_lost(self, exc: Exception | None) -> None:
        del exc
        self.lost = True

    def write(self, request: bytes) -> None:
        """Raises Invalid if the connection is gone."""
        if self._transport is None or self.lost:
            raise self.hung_up()
        self._transport.write(request)

    def send(self, token: str, method: str, path: str, body: bytes = b"") -> None:
        self.asked = f"{method} {path.partition('?')[0]}"
        head = f"{method} {path} HTTP/1.1\r\nHost: {HOST}\r\nAuthorization: Bearer {token}\r\n"
        if body:
            head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        self.write(f"{head}\r\n".encode() + body)

    def status(self) -> int:
        """The answer's."""
        code: int = self._parser.get_status_code()
        return code

    def refusal(self) -> Invalid | None:
        """What is wrong with the status that came, if it is no success."""
        status = self.status()
        if status in _SUCCESS:
            return None
        return Invalid(f"The API answered {status} to {self.asked}; the run is invalid.")

    def hung_up(self) -> Invalid:
        return Invalid(f"The API hung up on {self.asked}; the run is invalid.")


class Caller(Wire):
    """Asks for documents, one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self._answered: asyncio.Future[Answer] | None = None

    async def call(self, token: str, method: str, path: str, body: bytes = b"") -> Answer:
        """Ask as the user whose token it is, and wait for the whole answer.

        Raises:
            Invalid: it is no success, or there is none.
        """
        self._pieces = []
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._answered = answered
        self.send(token, method, path, body)
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                return await answered
        except TimeoutError as error:
            raise Invalid(f"{self.asked} was not answered in {ANSWER_SECONDS:g} s; the run is invalid.") from error

    def on_body(self, body: bytes) -> None:
        self._pieces.append(body)

    def on_message_complete(self) -> None:
        refusal = self.refusal()
        if self._answered is None or self._answered.done():
            return
        if refusal is None:
            self._answered.set_result(Answer(b"".join(self._pieces), time.time()))
        else:
            self._answered.set_exception(refusal)

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        if self._answered is not None and not self._answered.done():
            self._answered.set_exception(self.hung_up())
