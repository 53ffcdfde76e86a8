"""What makes room where there was none: deleting for good, and nothing less."""

import pytest

from api.caps.filling import KINDS, fill, one_more, refused
from client import Client, refusal


async def test_a_task_in_the_trash_is_still_there(ada: Client) -> None:
    first, second, *_ = await fill(ada, "task")

    for task in (first, second):
        await ada.delete(f"/v1/tasks/{task}")
    assert refusal(await one_more(ada, "task")) == refused("task")

    assert (await ada.delete(f"/v1/trash/{first}")).status_code == 204
    assert (await one_more(ada, "task")).status_code == 201
    assert refusal(await one_more(ada, "task")) == refused("task")


async def test_a_task_purged_with_its_subtasks_leaves_room_for_all(ada: Client) -> None:
    root, *_ = await ada.nested(3)
    await ada.create_task()
    await ada.trash(root)

    await ada.delete(f"/v1/trash/{root.id}")

    assert [(await one_more(ada, "task")).status_code for _ in range(4)] == [201, 201, 201, 409]


@pytest.mark.parametrize("kind", ["task", "project"])
async def test_an_emptied_trash_leaves_room(kind: str, ada: Client) -> None:
    first, second, *_ = await fill(ada, kind)
    for made in (first, second):
        await ada.delete(f"/v1/{kind}s/{made}")
    assert refusal(await one_more(ada, kind)) == refused(kind)

    assert (await ada.delete("/v1/trash")).status_code == 204

    assert [(await one_more(ada, kind)).status_code for _ in range(3)] == [201, 201, 409]


async def test_a_project_takes_its_tasks_and_sections_along(ada: Client) -> None:
    project = await ada.create_project()
    for _ in range(4):
        await ada.create_task(section_id=str((await ada.create_section(project)).id))
    await ada.trash(project)
    assert refusal(await one_more(ada, "task")) == refused("task")
    assert refusal(await one_more(ada, "section")) == refused("section")

    await ada.delete("/v1/trash")

    for kind in ("task", "section"):
        await fill(ada, kind)
        assert refusal(await one_more(ada, kind)) == refused(kind)


@pytest.mark.parametrize("kind", ["section", "label"])
async def test_what_has_no_trash_leaves_room_at_once(kind: str, ada: Client) -> None:
    first, *_ = await fill(ada, kind)

    assert (await ada.delete(f"/v1/{kind}s/{first}")).status_code == 204

    assert [(await one_more(ada, kind)).status_code for _ in range(2)] == [201, 409]


@pytest.mark.parametrize("kind", KINDS)
async def test_an_account_that_is_made_anew_has_room(kind: str, ada: Client) -> None:
    await fill(ada, kind)

    assert (await ada.delete("/v1/account")).status_code == 204

    await fill(ada, kind)
    assert refusal(await one_more(ada, kind)) == refused(kind)


async def test_what_is_there_can_be_changed_and_restored_without_room(ada: Client) -> None:
    first, second, *_ = await fill(ada, "task")
    await ada.delete(f"/v1/tasks/{second}")

    answers = [
        await ada.patch(f"/v1/tasks/{first}", json={"title": "changed"}),
        await ada.put(f"/v1/tasks/{first}/completion"),
        await ada.put(f"/v1/tasks/{first}/position", json={}),
        await ada.put(f"/v1/tasks/{second}/restoration"),
    ]

    assert [answer.status_code for answer in answers] == [200] * 4
