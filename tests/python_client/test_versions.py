"""Versions: write only what was read, read only what has changed."""

import pytest

from todo_client import TodoClient, TodoProblem
from todo_client.models import ProjectCreate, TaskCreate, TaskUpdate


async def test_a_write_on_what_somebody_else_has_changed_is_refused(ada: TodoClient) -> None:
    read = await ada.tasks.create(TaskCreate(title="Water"))
    now = await ada.tasks.update(read.data.id, TaskUpdate(title="Water it"))

    with pytest.raises(TodoProblem) as refused:
        await ada.tasks.update(read.data.id, TaskUpdate(title="Weed"), if_match=read)

    assert (refused.value.code, refused.value.status, refused.value.etag) == ("stale_version", 412, now.etag)
    assert (await ada.tasks.get(read.data.id)).data.title == "Water it"


async def test_an_entity_tag_alone_will_do(ada: TodoClient) -> None:
    read = await ada.tasks.create(TaskCreate(title="Water"))

    completed = await ada.tasks.complete(read.data.id, if_match=read.etag)

    assert completed.data.status == "completed"
    assert completed.etag != read.etag


async def test_what_has_not_changed_is_not_read_again(ada: TodoClient) -> None:
    read = await ada.tasks.create(TaskCreate(title="Water"))

    assert await ada.tasks.get(read.data.id, known=read) is read

    await ada.tasks.complete(read.data.id)
    assert (await ada.tasks.get(read.data.id, known=read)).data.status == "completed"


async def test_a_page_that_has_not_changed_is_not_read_again(ada: TodoClient) -> None:
    projects = ada.projects.list()
    page = await projects.page()

    assert await projects.page(known=page) is page

    await ada.projects.create(ProjectCreate(name="Garden"))
    assert [project.name for project in (await projects.page(known=page)).data.items] == ["Inbox", "Garden"]


async def test_an_account_that_has_not_changed_is_not_read_again(ada: TodoClient) -> None:
    account = await ada.account.get()

    assert await ada.account.get(known=account) is account


async def test_null_clears_and_what_is_missing_stays(ada: TodoClient) -> None:
    task = await ada.tasks.create(TaskCreate(title="Water", notes="Twice.", duration_minutes=15))

    changed = await ada.tasks.update(task.data.id, TaskUpdate(duration_minutes=None))

    assert (changed.data.duration_minutes, changed.data.notes, changed.data.title) == (None, "Twice.", "Water")
    assert (await ada.tasks.update(task.data.id, TaskUpdate())).etag == changed.etag
