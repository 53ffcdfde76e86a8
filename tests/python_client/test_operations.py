"""Everything that the document offers can be done with the client."""

import re
from datetime import date, datetime

import pytest

from operations import Operation, operations
from python_client.faults import Wire
from python_client.people import People
from todo_client import TodoClient
from todo_client.models import (
    AccountUpdate,
    CreateTask,
    DateDue,
    LabelCreate,
    LabelUpdate,
    Place,
    ProjectCreate,
    ProjectUpdate,
    SectionCreate,
    SectionUpdate,
    TaskCreate,
    TaskMove,
    TaskUpdate,
    ZonedDue,
)

OPERATIONS = list(operations())


def operation_of(method: str, path: str) -> str:
    """The id of the one operation that a request asks for."""
    (operation,) = (
        operation
        for operation in OPERATIONS
        if operation.method == method and re.fullmatch(re.sub(r"\{\w+\}", "[0-9a-f-]{36}", operation.path), path)
    )
    return str(operation)


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
async def test_every_operation_has_its_method(operation: Operation, ada: TodoClient) -> None:
    (tag,) = operation.spec["tags"]
    verb, _, noun = str(operation).partition("_")
    method = verb if noun.rstrip("s") in {tag.rstrip("s"), "task"} else str(operation)

    assert callable(getattr(getattr(ada, tag), method))


async def test_a_users_whole_life(people: People) -> None:  # noqa: PLR0915  # a life is long
    wire = Wire()
    ada = people.client(transport=wire)
    await ada.health.check()
    await ada.health.check_readiness()
    account = await ada.account.get()
    account = await ada.account.update(AccountUpdate(timezone="Europe/Berlin"), if_match=account)
    assert account.data.timezone == "Europe/Berlin"

    garden = await ada.projects.create(ProjectCreate(name="Garden"))
    garden = await ada.projects.update(garden.data.id, ProjectUpdate(color="#2e8b57"), if_match=garden)
    garden = await ada.projects.move(garden.data.id, Place(before=account.data.inbox_id))
    assert [project.id async for project in ada.projects.list()] == [garden.data.id, account.data.inbox_id]
    beds = await ada.sections.create(SectionCreate(project_id=garden.data.id, name="Beds"))
    herbs = await ada.sections.create(SectionCreate(project_id=garden.data.id, name="Herb"))
    herbs = await ada.sections.update(herbs.data.id, SectionUpdate(name="Herbs"))
    await ada.sections.move(herbs.data.id, Place(before=beds.data.id))
    assert [section.name async for section in ada.sections.list(project_id=garden.data.id)] == ["Herbs", "Beds"]
    errand = await ada.labels.create(LabelCreate(name="errand"))
    dull = await ada.labels.create(LabelCreate(name="dul"))
    dull = await ada.labels.update(dull.data.id, LabelUpdate(name="dull"))
    await ada.labels.move(dull.data.id, Place(before=errand.data.id))
    assert [label.name async for label in ada.labels.list()] == ["dull", "errand"]

    evening = ZonedDue(kind="zoned", datetime=datetime(2026, 12, 24, 18), timezone="Europe/Berlin")  # noqa: DTZ001  # by the clock on the wall
    task = await ada.tasks.create(TaskCreate(title="Water", due=evening, priority="high", labels=["errand", "dull"]))
    assert (task.data.due, task.data.status, task.data.project_id) == (evening, "open", account.data.inbox_id)
    task = await ada.tasks.move(task.data.id, TaskMove(section_id=herbs.data.id))
    day = DateDue(kind="date", date=date(2026, 12, 25))
    task = await ada.tasks.update(task.data.id, TaskUpdate(due=day, title="Water the basil"), if_match=task)
    task = await ada.tasks.complete(task.data.id)
    assert task.data.completed_at is not None
    task = await ada.tasks.reopen(task.data.id, if_match=task)
    assert (task.data.due, task.data.completed_at, task.data.section_id) == (day, None, herbs.data.id)
    await ada.sections.delete(herbs.data.id)
    await ada.labels.delete(dull.data.id)
    task = await ada.tasks.get(task.data.id)
    assert (task.data.section_id, task.data.labels) == (None, ["errand"])
    await ada.tasks.trash(task.data.id)
    assert [found.id async for found in ada.tasks.list(trash=True)] == [task.data.id]
    task = await ada.tasks.restore(task.data.id)
    await ada.tasks.trash(task.data.id, if_match=task)
    await ada.trash.purge(task.data.id)

    seeds = TaskCreate(title="Buy seeds")
    batch = await ada.batch.run([CreateTask(op="create_task", body=seeds)])
    assert [result.status for result in batch.results] == [201]
    (bought,) = (result.id for result in batch.results)
    assert bought is not None
    assert (await ada.changes.list()).items[-1].id == bought
    trashed = await ada.tasks.trash(bought)
    assert trashed is not None
    (undone,) = await ada.changes.undo([trashed])
    assert undone in [item.change_id async for item in ada.tasks.list_task_activity(bought)]
    assert (await anext(ada.changes.list_activity().pages())).items[0].change_id == undone
    await ada.tasks.trash(bought)
    await ada.trash.purge(bought)

    await ada.projects.trash(garden.data.id)
    garden = await ada.projects.restore(garden.data.id)
    assert (await ada.projects.get(garden.data.id)).data == garden.data
    assert (await ada.sections.get(beds.data.id)).data.name == "Beds"
    assert (await ada.labels.get(errand.data.id)).data.name == "errand"
    await ada.projects.trash(garden.data.id)
    await ada.trash.empty()
    assert [line.kind async for line in ada.account.export()] == ["account", "project", "label"]
    async with ada.changes.stream_events():
        pass
    await ada.account.delete()

    asked_for = {operation_of(request.method, request.url.path) for request in wire.requests}
    assert asked_for == {str(operation) for operation in OPERATIONS}
