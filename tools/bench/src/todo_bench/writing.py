"""Whoever writes while others listen."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle

from todo_bench.wire import Caller
from todo_bench.worker import Worker

_TASK = json.dumps({"title": "Water the tomatoes", "notes": "Twice a week", "priority": "high"}).encode()

type Tokens = dict[str, str]
"""Of users, by their names."""


@dataclass(frozen=True, slots=True)
class Write:
    """A task that was created, and when the answer that said so was here."""

    id: str
    answered_at: float


async def create_task(caller: Caller, token: str) -> Write:
    answer = await caller.call(token, "POST", "/v1/tasks", _TASK)
    return Write(json.loads(answer.body)["id"], answer.at)


async def write_for_each(worker: Worker, tokens: Iterable[str], done: Callable[[], None]) -> list[Write]:
    """One task for each user, one after the other."""
    caller = await Caller.open(worker.port)
    writes = []
    for token in tokens:
        writes.append(await create_task(caller, token))
        done()
    caller.close()
    return writes


async def keep_writing(worker: Worker, tokens: Sequence[str], seconds: float, done: Callable[[], None]) -> list[Write]:
    """Tasks for users in turn, the next one as soon as the last one is answered, at least one for each."""
    caller = await Caller.open(worker.port)
    clock = asyncio.get_running_loop().time
    until = clock() + seconds
    writes: list[Write] = []
    for token in cycle(tokens):
        if clock() > until and len(writes) >= len(tokens):
            break
        writes.append(await create_task(caller, token))
        done()
    caller.close()
    return writes


async def in_parallel[T](count: int, items: Sequence[str], work: Callable[[Sequence[str]], Awaitable[T]]) -> list[T]:
    """Share items out among so many who work at the same time; none has another one's."""
    shares = [items[first::count] for first in range(min(count, len(items)))]
    return await asyncio.gather(*(work(share) for share in shares))
