"""The order among siblings: moving before and after, over and over, and at the same time."""

import random
from uuid import UUID, uuid4

import pytest

from client import Client, refusal
from todo_domain import TaskRead


async def row_of(client: Client, titles: str, **fields: str) -> list[TaskRead]:
    return [await client.create_task(title=title, **fields) for title in titles]


async def order(client: Client) -> str:
    """The titles of all tasks, in their order."""
    return "".join(await client.titles(sort="order", limit=200))


@pytest.mark.parametrize(
    ("which", "side", "anchor", "expected"),
    [
        ("d", "before", "a", "dabc"),
        ("d", "before", "b", "adbc"),
        ("d", "after", "a", "adbc"),
        ("a", "after", "d", "bcda"),
        ("a", "after", "c", "bcad"),
        ("b", "before", "a", "bacd"),
        ("b", "after", "a", "abcd"),
        ("b", "before", "c", "abcd"),
        ("a", "before", "b", "abcd"),
        ("d", "after", "c", "abcd"),
    ],
)
async def test_a_task_goes_right_beside_its_sibling(
    ada: Client, which: str, side: str, anchor: str, expected: str
) -> None:
    tasks = {task.title: task for task in await row_of(ada, "abcd")}

    await ada.move(tasks[which], **{side: tasks[anchor].id})

    assert await order(ada) == expected


async def test_a_move_without_a_neighbour_goes_to_the_end(ada: Client) -> None:
    first, *_ = await row_of(ada, "abc")

    await ada.move(first)

    assert await order(ada) == "bca"


async def test_a_task_goes_beside_a_task_of_the_place_that_it_moves_to(ada: Client) -> None:
    parent, task = await row_of(ada, "PT")
    *_, last = await row_of(ada, "12", parent_id=str(parent.id))

    moved = await ada.move(task, parent_id=parent.id, before=last.id)

    assert moved.parent_id == parent.id
    assert await ada.titles(parent_id=parent.id) == ["1", "T", "2"]


async def test_completed_tasks_keep_their_place_in_the_order(ada: Client) -> None:
    first, second, third = await row_of(ada, "abc")
    await ada.complete(second)

    await ada.move(third, before=second.id)
    await ada.move(first, after=second.id)

    assert await order(ada) == "cba"


async def test_a_neighbour_that_is_elsewhere_is_not_found(ada: Client, bob: Client) -> None:
    project = await ada.create_project()
    section = await ada.create_section(project)
    task, beside = await row_of(ada, "ab")
    (trashed,) = await row_of(ada, "t")
    await ada.trash(trashed)
    elsewhere: dict[str, UUID] = {
        "in a project": (await ada.create_task(project_id=str(project.id))).id,
        "in a section": (await ada.create_task(section_id=str(section.id))).id,
        "below": (await ada.create_task(parent_id=str(task.id))).id,
        "below its neighbour": (await ada.create_task(parent_id=str(beside.id))).id,
        "itself": task.id,
        "in the trash": trashed.id,
        "somebody else's": (await bob.create_task()).id,
        "nowhere": uuid4(),
        "not a task": project.id,
    }
    before = await ada.task(task)

    answers = {
        where: await ada.put(f"/v1/tasks/{task.id}/position", json={side: str(anchor)})
        for where, anchor in elsewhere.items()
        for side in ("before", "after")
    }

    assert {refusal(answer) for answer in answers.values()} == {(404, "sibling_not_found")}
    assert len({answer.content for answer in answers.values()}) == 1
    assert await ada.task(task) == before


async def test_a_neighbour_of_the_place_that_a_task_leaves_is_not_found(ada: Client) -> None:
    project = await ada.create_project()
    task, beside = await row_of(ada, "ab")

    response = await ada.put(
        f"/v1/tasks/{task.id}/position", json={"project_id": str(project.id), "after": str(beside.id)}
    )

    assert refusal(response) == (404, "sibling_not_found")
    assert await ada.task(task) == task


async def test_there_is_room_between_two_neighbours_for_hundreds_of_moves(ada: Client) -> None:
    left, right, one, two = await row_of(ada, "abcd")

    for _ in range(75):
        await ada.move(one, after=left.id)
        await ada.move(two, after=left.id)
        await ada.move(one, before=right.id)
        await ada.move(two, before=right.id)

    assert await order(ada) == "acdb"


async def test_what_takes_the_place_of_a_trashed_task_does_not_crowd_it_when_it_comes_back(ada: Client) -> None:
    left, _, trashed, late, last = await row_of(ada, "abtxy")
    await ada.move(trashed, after=left.id)
    await ada.trash(trashed)
    await ada.move(late, after=left.id)
    await ada.restore(trashed)

    await ada.move(last, before=trashed.id)

    assert await order(ada) == "axytb"


async def test_there_is_room_between_tasks_that_come_together_when_their_section_goes(ada: Client) -> None:
    project = await ada.create_project()
    section = await ada.create_section(project)
    (above,) = await row_of(ada, "a", project_id=str(project.id))
    below, beside, between = await row_of(ada, "bcd", section_id=str(section.id))
    await ada.move(beside, before=below.id)
    await ada.delete(f"/v1/sections/{section.id}")

    await ada.move(between, after=above.id)

    assert await order(ada) == "adcb"


async def test_any_sequence_of_moves_gives_the_order_that_a_list_would_have(ada: Client) -> None:
    tasks = {task.title: task for task in await row_of(ada, "abcdefgh")}
    chance, expected = random.Random(2026), list(tasks)  # noqa: S311  the same moves every time

    for _ in range(60):
        which, anchor = chance.sample(expected, 2)
        side = chance.choice(["before", "after"])
        await ada.move(tasks[which], **{side: tasks[anchor].id})
        expected.remove(which)
        expected.insert(expected.index(anchor) + (side == "after"), which)

    assert await order(ada) == "".join(expected)
