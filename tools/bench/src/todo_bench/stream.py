"""Streams of events, and when each thing that they tell of arrived."""

import asyncio
import json
import time
from collections.abc import Collection, Sequence

from todo_bench.refusal import Invalid
from todo_bench.wire import ANSWER_SECONDS, Wire

PATH = "/v1/events"
PATIENCE = 10.0
"""Seconds after the last write in which everything has to have arrived."""
_LOOK_AGAIN = 0.005
_END = b"\n\n"

type Arrivals = dict[str, float]
"""When what was told of arrived here, in seconds since 1970; by its id, of what is told twice the first time."""


class Stream(Wire):
    """One user's open stream."""

    def __init__(self) -> None:
        super().__init__()
        self.problem: Invalid | None = None
        """Why nothing more can come."""
        self._arrivals: Arrivals = {}
        self._rest = b""
        self._opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def follow(self, token: str, arrivals: Arrivals) -> None:
        """Begin; from when this returns on, everything that happens is told.

        Raises:
            Invalid: the API does not want that.
        """
        self._arrivals = arrivals
        self.send(token, "GET", PATH)
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                await self._opened
        except TimeoutError as error:
            raise Invalid(f"A stream did not open in {ANSWER_SECONDS:g} s; the run is invalid.") from error

    def on_body(self, body: bytes) -> None:
        now = time.time()
        refusal = self.refusal()
        if refusal is not None:
            self._fail(refusal)
            return
        if not self._opened.done():
            self._opened.set_result(None)
        *blocks, self._rest = (self._rest + body).split(_END)
        for block in blocks:
            self._take(block, now)

    def on_message_complete(self) -> None:
        self._fail(self.refusal() or Invalid("The API ended a stream; the run is invalid."))

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._fail(self.hung_up())

    def _take(self, block: bytes, now: float) -> None:
        fields = dict(line.split(b": ", 1) for line in block.split(b"\n") if line and not line.startswith(b":"))
        match fields.get(b"event"):
            case b"changes":
                for item in json.loads(fields[b"data"])["items"]:
                    self._arrivals.setdefault(item["id"], now)
            case b"pull":
                self._fail(Invalid("A stream could not keep up and was told to pull; the run is invalid."))

    def _fail(self, problem: Invalid) -> None:
        self.problem = self.problem or problem
        if not self._opened.done():
            self._opened.set_exception(self.problem)


async def until_arrived(ids: Collection[str], arrivals: Arrivals, streams: Sequence[Stream]) -> None:
    """Wait until all of them have been told of.

    Raises:
        Invalid: some were not, or a stream has ended.
    """
    clock = asyncio.get_running_loop().time
    until = clock() + PATIENCE
    while True:
        for stream in streams:
            if stream.problem is not None:
                raise stream.problem
        missing = sum(each not in arrivals for each in ids)
        if not missing:
            return
        if clock() > until:
            raise Invalid(
                f"{missing:,} of {len(ids):,} events had not arrived {PATIENCE:g} s after the last write;"
                " the run is invalid."
            )
        await asyncio.sleep(_LOOK_AGAIN)
