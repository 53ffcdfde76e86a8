"""Who changed what, and taking it back."""

import pytest

from python_client.faults import Fault, Wire
from python_client.people import People
from todo_client import TodoClient, TodoProblem, new_id
from todo_client.models import TaskCreate, TaskUpdate


async def test_the_activity_tells_what_was_changed_and_by_what(ada: TodoClient) -> None:
    task = await ada.tasks.create(TaskCreate(title="Water"))
    changed = await ada.tasks.update(task.data.id, TaskUpdate(title="Weed", priority="high"))

    newest, *earlier = [item async for item in ada.changes.list_activity(limit=1)]

    assert (newest.change_id, newest.kind, newest.id, newest.op) == (
        changed.change_id,
        "task",
        task.data.id,
        "updated",
    )
    assert newest.client is not None
    assert newest.client.startswith("todo_client/")
    assert {(field.field, field.old, field.new) for field in newest.fields} == {
        ("title", "Water", "Weed"),
        ("priority", "none", "high"),
    }
    assert task.change_id in {item.change_id for item in earlier}


async def test_the_activity_of_a_task_is_of_this_one_only(ada: TodoClient) -> None:
    task = await ada.tasks.create(TaskCreate(title="Water"))
    other = await ada.tasks.create(TaskCreate(title="Weed"))
    await ada.tasks.complete(task.data.id)

    activity = [item async for item in ada.tasks.list_task_activity(task.data.id)]

    assert [item.op for item in activity] == ["completed", "created"]
    assert other.data.id not in {item.id for item in activity}
    with pytest.raises(TodoProblem) as refused:
        await anext(ada.tasks.list_task_activity(new_id()).pages())
    assert refused.value.code == "task_not_found"


async def test_what_was_done_can_be_undone_and_done_again(ada: TodoClient) -> None:
    task = await ada.tasks.create(TaskCreate(title="Water"))
    changed = await ada.tasks.update(task.data.id, TaskUpdate(title="Weed"))
    trashed = await ada.tasks.trash(task.data.id)
    assert changed.change_id is not None
    assert trashed is not None

    undone = await ada.changes.undo([changed.change_id, trashed])
    restored = (await ada.tasks.get(task.data.id)).data
    assert (restored.title, restored.deleted_at) == ("Water", None)

    await ada.changes.undo(undone)
    again = (await ada.tasks.get(task.data.id)).data
    assert (again.title, again.deleted_at is None) == ("Weed", False)


async def test_an_undo_whose_answer_is_lost_is_done_once(people: People) -> None:
    wire = Wire(Fault.LOST, path="/v1/undo")
    ada = people.client(transport=wire)
    task = await ada.tasks.create(TaskCreate(title="Water"))
    changed = await ada.tasks.update(task.data.id, TaskUpdate(title="Weed"))
    assert changed.change_id is not None

    undone = await ada.changes.undo([changed.change_id])

    assert len(wire.to("/v1/undo")) == 2
    assert undone == [(await ada.tasks.get(task.data.id)).data.version]
