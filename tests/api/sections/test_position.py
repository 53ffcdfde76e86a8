"""The order of a project's sections."""

import pytest

from client import Client, address, refusal
from todo_domain import ProjectRead, new_id


async def order(client: Client, project: ProjectRead) -> str:
    response = await client.get("/v1/sections", params={"project_id": project.id})
    return "".join(section["name"] for section in response.json()["items"])


@pytest.mark.parametrize(
    ("moving", "side", "anchor", "expected"),
    [(2, "before", 0, "CAB"), (0, "after", 1, "BAC"), (0, "after", 2, "BCA"), (1, "after", 0, "ABC")],
)
async def test_a_section_goes_beside_another(moving: int, side: str, anchor: int, expected: str, ada: Client) -> None:
    project, other = await ada.create_project(), await ada.create_project()
    sections = []
    for name in "ABC":
        sections.append(await ada.create_section(project, name=name))
        await ada.create_section(other, name=name)

    response = await ada.place(sections[moving], **{side: sections[anchor].id})

    assert response.status_code == 200
    assert await order(ada, project) == expected
    assert await order(ada, other) == "ABC"


async def test_without_a_neighbour_it_goes_to_the_end(ada: Client) -> None:
    project = await ada.create_project()
    a, *_ = [await ada.create_section(project, name=name) for name in "ABC"]

    await ada.place(a)

    assert await order(ada, project) == "BCA"


async def test_the_neighbour_has_to_be_in_the_same_project(ada: Client, bob: Client) -> None:
    project, other = await ada.create_project(), await ada.create_project()
    a, elsewhere = await ada.create_section(project), await ada.create_section(other)
    his = await bob.create_section(await bob.create_project())

    responses = [await ada.place(a, after=anchor) for anchor in (elsewhere.id, his.id, new_id(), a.id)]

    assert {refusal(response) for response in responses} == {(404, "sibling_not_found")}
    assert len({response.content for response in responses}) == 1
    assert await ada.now(a) == a


async def test_only_what_is_there_can_be_moved(ada: Client, bob: Client) -> None:
    project = await ada.create_project()
    a, b = [await ada.create_section(project, name=name) for name in "AB"]

    for place in ({}, {"before": a.id}):
        assert refusal(await bob.place(b, **place)) == (404, "section_not_found")
    await ada.trash(project)
    for place in ({}, {"before": a.id}):
        assert refusal(await ada.place(b, **place)) == (409, "in_trash")


async def test_sections_that_come_back_are_in_their_old_order(ada: Client) -> None:
    project = await ada.create_project()
    a, _, c = [await ada.create_section(project, name=name) for name in "ABC"]
    await ada.place(c, before=a.id)
    await ada.trash(project)

    await ada.put(f"{address(project)}/restoration")

    assert await order(ada, project) == "CAB"
