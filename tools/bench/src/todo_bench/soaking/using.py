"""People who use all of the API's everyday operations, over and over."""

import asyncio
import json
from collections.abc import Sequence
from http import HTTPStatus

from todo_bench.refusal import Invalid
from todo_bench.wire import Caller
from todo_bench.worker import Worker

_TASK = json.dumps({"title": "Water the tomatoes", "notes": "Twice a week", "priority": "high"}).encode()
_CHANGE = json.dumps({"title": "Water the tomatoes and the beans"}).encode()
_READS = ("/v1/tasks?limit=50", "/v1/tasks?status=open&limit=20", "/v1/projects", "/v1/changes?limit=20")


class _Patient(Caller):
    """Takes no for an answer where there is too much to do: 503 with Retry-After."""

    def __init__(self) -> None:
        super().__init__()
        self.put_off = 0

    def refusal(self) -> Invalid | None:
        if self._parser.get_status_code() == HTTPStatus.SERVICE_UNAVAILABLE:
            self.put_off += 1
            return None
        return super().refusal()


async def use(worker: Worker, users: Sequence[str], seconds: float) -> tuple[int, int]:
    """One connection for each user, always in use; how many requests were answered, and how many with 503.

    Raises:
        Invalid: one was refused.
    """
    until = asyncio.get_running_loop().time() + seconds
    async with asyncio.TaskGroup() as group:
        using = [group.create_task(_use(worker, user, until)) for user in users]
    answered, put_off = zip(*(task.result() for task in using), strict=True)
    return sum(answered), sum(put_off)


async def _use(worker: Worker, user: str, until: float) -> tuple[int, int]:
    caller, token = await _Patient.open(worker.port), worker.token(user)
    clock, answered, put_off = asyncio.get_running_loop().time, 0, 0
    try:
        while clock() < until:
            created = await caller.call(token, "POST", "/v1/tasks", _TASK)
            answered += 1
            if caller.put_off > put_off:
                put_off = caller.put_off
                await asyncio.sleep(1)
                continue
            path = f"/v1/tasks/{json.loads(created.body)['id']}"
            await caller.call(token, "PATCH", path, _CHANGE)
            await caller.call(token, "PUT", f"{path}/completion")
            await caller.call(token, "GET", path)
            for read in _READS:
                await caller.call(token, "GET", read)
            await caller.call(token, "DELETE", path)
            await caller.call(token, "DELETE", "/v1/trash")  # or the lists would be what grows
            answered += 5 + len(_READS)
    finally:
        caller.close()
    return answered, caller.put_off
