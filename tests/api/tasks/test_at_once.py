"""Writes of one user at the same time: each happens as if it were alone."""

import asyncio

from client import Client
from todo_domain import TaskRead


async def row_of(client: Client, titles: str) -> list[TaskRead]:
    return [await client.create_task(title=title) for title in titles]


async def order(client: Client) -> str:
    """The titles of all tasks, in their order."""
    return "".join(await client.titles(sort="order"))


async def test_two_tasks_moved_under_each_other_at_once_make_no_cycle(ada: Client) -> None:
    for _ in range(5):
        one, two = await ada.create_task(), await ada.create_task()

        answers = await asyncio.gather(
            ada.put(f"/v1/tasks/{one.id}/position", json={"parent_id": str(two.id)}),
            ada.put(f"/v1/tasks/{two.id}/position", json={"parent_id": str(one.id)}),
        )

        assert sorted(answer.status_code for answer in answers) == [200, 409]


async def test_moves_at_the_same_time_all_happen_and_leave_one_order(ada: Client) -> None:
    tasks = await row_of(ada, "abcdefghijklmnopqrst")
    anchor, *movers = tasks

    moved = await asyncio.gather(*(ada.move(task, after=anchor.id) for task in movers))

    by_version = sorted(moved, key=lambda task: task.version, reverse=True)
    assert await order(ada) == "a" + "".join(task.title for task in by_version)
    assert len({task.position for task in moved}) == len(movers)


async def test_moving_and_adding_at_the_same_time_lose_nothing(ada: Client) -> None:
    first, *others = await row_of(ada, "abcdef")

    await asyncio.gather(
        *(ada.move(task, before=first.id) for task in others), *(ada.create_task(title=title) for title in "uvwxyz")
    )

    found = await order(ada)
    assert sorted(found) == list("abcdefuvwxyz")
    assert (found.index("a"), sorted(found[6:])) == (5, list("uvwxyz"))


async def test_a_task_restored_and_purged_at_once_is_back_or_gone(ada: Client) -> None:
    for _ in range(5):
        task, subtask = await ada.nested(2)
        await ada.trash(task)

        restored, purged = await asyncio.gather(
            ada.put(f"/v1/tasks/{task.id}/restoration"), ada.delete(f"/v1/trash/{task.id}")
        )

        found = [(await ada.get(f"/v1/tasks/{one.id}")).status_code for one in (task, subtask)]
        assert (restored.status_code, purged.status_code, found) in [(200, 404, [200] * 2), (404, 204, [404] * 2)]


async def test_a_subtask_made_while_its_parent_goes_to_the_trash_goes_along_or_is_not_made(ada: Client) -> None:
    for _ in range(5):
        task = await ada.create_task()

        made, _ = await asyncio.gather(
            ada.post("/v1/tasks", json={"title": "late", "parent_id": str(task.id)}), ada.trash(task)
        )

        assert made.status_code in {201, 404}
        assert await ada.tasks() == []
