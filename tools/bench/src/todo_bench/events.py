"""`bench events`: how soon open streams are told, and what they cost the worker."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain

import asyncpg

from todo_api.database_url import parse_database_url
from todo_bench.progress import Steps
from todo_bench.report import Figure, Report, distribution
from todo_bench.stream import Arrivals, Stream, until_arrived
from todo_bench.worker import Worker
from todo_bench.writing import Write, in_parallel, keep_writing, write_for_each

_OPENING = 32
"""Streams that are opened at the same time."""
_COMMITTED = """
SELECT entity_id::text AS id, extract(epoch FROM pg_xact_commit_timestamp(xmin))::float8 AS at
FROM change WHERE entity = 'task' AND op = 'created'
"""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who listens, one stream each, and how they are written to."""

    idle: int
    """Streams of users who are written to once."""
    busy: int
    """Streams of users who are written to all the time."""
    writers: int
    """Connections that write to the busy ones, each as fast as it is answered."""
    seconds: float
    """For which they do."""


async def measure(worker: Worker, crowd: Crowd, steps: Steps) -> Report:
    """Write to idle streams one by one, then to busy ones at full speed while the idle ones stay open.

    Raises:
        Invalid: an answer was no success, a stream ended, or an event did not come.
    """
    tokens = [worker.token(f"user-{number}") for number in range(crowd.idle + crowd.busy)]
    idle, busy = tokens[: crowd.idle], tokens[crowd.idle :]
    # What a user costs and what a stream costs are two things: everybody is known before the first stream is opened.
    advance = steps.begin("Making accounts", len(tokens))
    await in_parallel(crowd.writers, tokens, lambda share: write_for_each(worker, share, advance))
    before = worker.memory()

    arrivals: Arrivals = {}
    streams: list[Stream] = []
    advance = steps.begin("Opening streams", len(tokens))

    async def follow(share: Sequence[str]) -> None:
        for token in share:
            stream = await Stream.open(worker.port)
            streams.append(stream)
            await stream.follow(token, arrivals)
            advance()

    await in_parallel(_OPENING, tokens, follow)
    opened = worker.memory()

    to_idle = await write_for_each(worker, idle, steps.begin("Writing to idle streams", len(idle)))
    await until_arrived([write.id for write in to_idle], arrivals, streams)

    done = steps.begin("Writing to busy streams")
    shares = await in_parallel(crowd.writers, busy, lambda share: keep_writing(worker, share, crowd.seconds, done))
    to_busy = list(chain.from_iterable(shares))
    await until_arrived([write.id for write in to_busy], arrivals, streams)
    afterwards = worker.memory()
    for stream in streams:
        stream.close()

    committed = await _commit_times(worker.database_url)
    rate = len(to_busy) / (max(arrivals[write.id] for write in to_busy) - min(committed[write.id] for write in to_busy))
    return Report.of(
        "events",
        asdict(crowd),
        [
            *_delays("idle", to_idle, arrivals, committed),
            *_delays("busy", to_busy, arrivals, committed),
            Figure(name="busy: events delivered", value=rate, unit="events/s"),
            Figure(name="memory for a stream", value=_each(before, opened, len(streams)), unit="KiB"),
            Figure(name="worker's memory without streams", value=_mebibytes(before), unit="MiB"),
            Figure(name="worker's memory with streams", value=_mebibytes(opened), unit="MiB"),
            Figure(name="worker's memory after the load", value=_mebibytes(afterwards), unit="MiB"),
        ],
    )


async def _commit_times(database_url: str) -> Mapping[str, float]:
    """When each task's creation was committed, by PostgreSQL's clock, which is this machine's.

    It reads the clock before it waits for the disk, and nobody sees the row until after that.
    """
    connection = await asyncpg.connect(**parse_database_url(database_url).connect_arguments())
    try:
        return {row["id"]: row["at"] for row in await connection.fetch(_COMMITTED)}
    finally:
        await connection.close()


def _delays(name: str, writes: Sequence[Write], arrivals: Arrivals, committed: Mapping[str, float]) -> list[Figure]:
    """From the commit, and from the answer to who wrote; less than nothing where the event was here before that."""
    since_commit = [1000 * (arrivals[write.id] - committed[write.id]) for write in writes]
    since_answer = [1000 * (arrivals[write.id] - write.answered_at) for write in writes]
    return [
        Figure(name=f"{name}: events", value=len(writes), unit="events"),
        *distribution(f"{name}: from commit to event", since_commit, "ms"),
        *distribution(f"{name}: from answer to event", since_answer, "ms"),
    ]


def _each(before: int | None, after: int | None, count: int) -> float | None:
    return None if before is None or after is None else (after - before) / count / 1024


def _mebibytes(size: int | None) -> float | None:
    return None if size is None else size / 1024**2
