"""People who use all of the API's everyday operations, over and over."""

import asyncio
import json
from collections.abc import Sequence

from todo_bench.wire import Caller
from todo_bench.worker import Worker

_TASK = json.dumps({"title": "Water the tomatoes", "notes": "Twice a week", "priority": "high"}).encode()
_CHANGE = json.dumps({"title": "Water the tomatoes and the beans"}).encode()
_READS = ("/v1/tasks?limit=50", "/v1/tasks?status=open&limit=20", "/v1/projects", "/v1/changes?limit=20")


async def use(worker: Worker, users: Sequence[str], seconds: float) -> int:
    """One connection for each user, the next request as soon as the last is answered; how many were answered.

    Raises:
        Invalid: one was refused.
    """
    until = asyncio.get_running_loop().time() + seconds
    async with asyncio.TaskGroup() as group:
        using = [group.create_task(_use(worker, user, until)) for user in users]
    return sum(task.result() for task in using)


async def _use(worker: Worker, user: str, until: float) -> int:
    caller, token = await Caller.open(worker.port), worker.token(user)
    clock, answered = asyncio.get_running_loop().time, 0
    try:
        while clock() < until:
            created = await caller.call(token, "POST", "/v1/tasks", _TASK)
            path = f"/v1/tasks/{json.loads(created.body)['id']}"
            await caller.call(token, "PATCH", path, _CHANGE)
            await caller.call(token, "PUT", f"{path}/completion")
            await caller.call(token, "GET", path)
            for read in _READS:
                await caller.call(token, "GET", read)
            await caller.call(token, "DELETE", path)
            await caller.call(token, "DELETE", "/v1/trash")  # or the lists would be what grows
            answered += 6 + len(_READS)
    finally:
        caller.close()
    return answered
