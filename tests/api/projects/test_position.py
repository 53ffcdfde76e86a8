"""The order of projects."""

from typing import Any

import pytest

from client import Client, address, refusal
from operations import MISSING_ID
from todo_domain import ProjectRead, new_id


async def order(client: Client) -> str:
    """The projects' names in a row; the inbox is not among them."""
    return "".join(project.name for project in await client.projects() if not project.is_inbox)


async def a_to_d(client: Client) -> list[ProjectRead]:
    return [await client.create_project(name=name) for name in "ABCD"]


@pytest.mark.parametrize(
    ("moving", "side", "anchor", "expected"),
    [
        (3, "before", 0, "DABC"),
        (3, "before", 1, "ADBC"),
        (0, "before", 3, "BCAD"),
        (0, "before", 1, "ABCD"),
        (0, "after", 3, "BCDA"),
        (0, "after", 1, "BACD"),
        (3, "after", 2, "ABCD"),
        (3, "after", 0, "ADBC"),
    ],
)
async def test_a_project_goes_beside_another(moving: int, side: str, anchor: int, expected: str, ada: Client) -> None:
    projects = await a_to_d(ada)

    response = await ada.place(projects[moving], **{side: projects[anchor].id})

    moved = ProjectRead.model_validate_json(response.content)
    assert response.status_code == 200
    assert response.headers["etag"] == f'"{moved.version}"'
    assert moved.version == projects[-1].version + 1
    assert await order(ada) == expected


async def test_without_a_neighbour_it_goes_to_the_end(ada: Client) -> None:
    a, *_ = await a_to_d(ada)

    await ada.place(a)

    assert await order(ada) == "BCDA"


async def test_what_is_new_goes_behind_what_was_moved_to_the_end(ada: Client) -> None:
    a, *_, d = await a_to_d(ada)
    await ada.place(a, after=d.id)

    await ada.create_project(name="E")

    assert await order(ada) == "BCDAE"


async def test_the_inbox_moves_like_any_other(ada: Client) -> None:
    project = await ada.create_project()
    inbox_id = (await ada.account()).inbox_id

    await ada.put(f"/v1/projects/{inbox_id}/position", json={"after": str(project.id)})

    assert [project.is_inbox for project in await ada.projects()] == [False, True]


async def test_there_is_room_for_many_between_two(ada: Client) -> None:
    a, _, c, d = await a_to_d(ada)
    for _ in range(30):
        await ada.place(c, after=a.id)
        await ada.place(d, after=a.id)

    assert await order(ada) == "ADCB"


async def test_what_comes_back_from_the_trash_shares_its_place_with_nobody(ada: Client) -> None:
    a, b, _, d = await a_to_d(ada)
    await ada.trash(b)
    await ada.place(d, after=a.id)
    await ada.put(f"{address(b)}/restoration")
    e = await ada.create_project(name="E")

    await ada.place(e, before=b.id)
    assert "EB" in await order(ada)
    await ada.place(e, after=b.id)
    assert "BE" in await order(ada)


async def test_the_neighbour_has_to_be_there(ada: Client, bob: Client) -> None:
    a, b, *_ = await a_to_d(ada)
    his = await bob.create_project()
    await ada.trash(b)

    responses = [await ada.place(a, before=anchor) for anchor in (new_id(), his.id, b.id, a.id)]

    assert {refusal(response) for response in responses} == {(404, "sibling_not_found")}
    assert len({response.content for response in responses}) == 1
    assert await order(ada) == "ACD"


@pytest.mark.parametrize("body", [{"before": None}, {"after": "first"}, {"position": "l1"}, {"project_id": MISSING_ID}])
async def test_a_place_that_is_none_is_refused(body: dict[str, Any], ada: Client) -> None:
    a, *_ = await a_to_d(ada)

    response = await ada.put(f"{address(a)}/position", json=body)

    assert refusal(response) == (422, "invalid_request")


async def test_before_and_after_exclude_each_other(ada: Client) -> None:
    a, b, c, _ = await a_to_d(ada)

    response = await ada.place(b, before=a.id, after=c.id)

    assert refusal(response) == (422, "invalid_request")


async def test_only_what_is_there_can_be_moved(ada: Client, bob: Client) -> None:
    a, b, *_ = await a_to_d(ada)
    his = await bob.create_project()
    await ada.trash(a)

    assert refusal(await ada.place(a, before=b.id)) == (409, "in_trash")
    assert refusal(await ada.place(a)) == (409, "in_trash")
    for place in ({}, {"before": b.id}, {"before": his.id}):
        assert refusal(await ada.place(his, **place)) == (404, "project_not_found")
    assert await bob.now(his) == his
