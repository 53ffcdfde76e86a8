"""Many operations in one request."""

from python_client.faults import Fault, Wire
from python_client.people import People
from todo_client import Operation, TodoClient, new_id
from todo_client.models import CompleteTask, CreateTask, TaskCreate


async def test_later_operations_see_what_earlier_ones_did(ada: TodoClient) -> None:
    task_id = new_id()

    done = await ada.batch.run(
        [
            CreateTask(op="create_task", body=TaskCreate(id=task_id, title="Water")),
            CompleteTask(op="complete_task", id=task_id),
        ]
    )

    assert done.committed
    assert [result.id for result in done.results] == [task_id, task_id]
    assert (await ada.tasks.get(task_id)).data.status == "completed"


async def test_all_are_done_or_none_and_otherwise_each_that_can_be(ada: TodoClient) -> None:
    operations: list[Operation] = [
        CreateTask(op="create_task", body=TaskCreate(title="Water")),
        CompleteTask(op="complete_task", id=new_id()),
    ]

    none = await ada.batch.run(operations)
    assert not none.committed
    assert [task async for task in ada.tasks.list()] == []

    one = await ada.batch.run(operations, mode="each")
    assert [None if result.problem is None else result.problem.code for result in one.results] == [
        None,
        "task_not_found",
    ]
    assert [task.title async for task in ada.tasks.list()] == ["Water"]


async def test_a_batch_whose_answer_is_lost_is_done_once(people: People) -> None:
    wire = Wire(Fault.LOST)
    ada = people.client(transport=wire)

    done = await ada.batch.run([CreateTask(op="create_task", body=TaskCreate(title="Water"))])

    assert wire.methods == ["POST", "POST"]
    assert [result.id for result in done.results] == [task.id async for task in ada.tasks.list()]
