"""A cap that is reached, as the client and its sync tell of it."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from python_client.people import People
from python_client.syncing import QUICK, until
from running import Api
from serving import serving_app
from todo_api.app import create_app
from todo_client import TodoClient, TodoProblem
from todo_client.models import CreateTask, TaskCreate
from todo_client.sync import MemoryStorage
from todo_domain.caps import CAPS


@pytest.fixture
async def ada(api: Api) -> AsyncIterator[TodoClient]:
    """Somebody who may have one task."""
    app = create_app(api.settings, caps=CAPS._replace(most_tasks=1))
    async with serving_app(app) as url, People(replace(api, url=url)) as people:
        yield people.client()


async def test_it_has_a_code_of_its_own(ada: TodoClient) -> None:
    await ada.tasks.create(TaskCreate(title="Water"))

    with pytest.raises(TodoProblem) as refused:
        await ada.tasks.create(TaskCreate(title="Weed"))

    assert refused.value.code == "too_many_tasks"


async def test_what_there_is_no_room_for_becomes_a_conflict(ada: TodoClient) -> None:
    async with ada.sync(MemoryStorage(), pace=QUICK) as sync:

        async def is_sent() -> bool:
            return not await sync.writes.pending()

        writes = [
            await sync.writes.put(CreateTask(op="create_task", body=TaskCreate(title=title)))
            for title in ("Water", "Weed")
        ]
        await until(sync, is_sent)
        conflicts = await sync.writes.conflicts()

    assert [(conflict.id, conflict.problem.code) for conflict in conflicts] == [(writes[1].id, "too_many_tasks")]
