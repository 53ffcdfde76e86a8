"""The lists of projects, sections and labels."""

from uuid import UUID, uuid4

import pytest

from api.lists.paging import pages, walk
from client import Client, refusal
from todo_domain import LabelRead, ProjectRead, SectionRead

PROJECTS, SECTIONS, LABELS = "/v1/projects", "/v1/sections", "/v1/labels"


async def names(client: Client, path: str, **query: str | UUID) -> list[str]:
    response = await client.get(path, params=query)
    assert response.status_code == 200, response.text
    return [item["name"] for item in response.json()["items"]]


async def test_somebody_new_has_an_inbox_and_nothing_else(ada: Client) -> None:
    (inbox,) = (await ada.get(PROJECTS)).json()["items"]

    assert inbox["is_inbox"]
    assert UUID(inbox["id"]) == (await ada.account()).inbox_id
    for path in (SECTIONS, LABELS, "/v1/tasks"):
        assert (await ada.get(path)).json() == {"items": [], "next_cursor": None}


async def test_the_first_page_of_somebody_new_is_read_again_only_after_a_write(ada: Client) -> None:
    first = await ada.get(PROJECTS)

    again = await ada.get(PROJECTS, headers={"If-None-Match": first.headers["etag"]})

    assert again.status_code == 304


@pytest.mark.parametrize("path", [PROJECTS, SECTIONS, LABELS])
async def test_everybody_has_lists_of_their_own(ada: Client, bob: Client, path: str) -> None:
    for person in (ada, bob):
        project = await person.create_project(name=person.user_id)
        await person.create_section(project, name=person.user_id)
        await person.create_label(name=person.user_id)

    assert ada.user_id in await names(ada, path)
    assert bob.user_id not in await names(ada, path)


async def test_each_list_is_in_its_order_and_follows_a_move(ada: Client) -> None:
    project = await ada.create_project(name="a")
    rows: dict[str, list[ProjectRead | SectionRead | LabelRead]] = {
        PROJECTS: [project, await ada.create_project(name="c"), await ada.create_project(name="b")],
        SECTIONS: [await ada.create_section(project, name=name) for name in "acb"],
        LABELS: [await ada.create_label(name=name) for name in "acb"],
    }

    for path, (first, second, third) in rows.items():
        assert (await walk(ada, path))[-3:] == [first.id, second.id, third.id]
        await ada.put(f"{path}/{third.id}/position", json={"before": str(second.id)})
        assert (await walk(ada, path))[-3:] == [first.id, third.id, second.id]


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 200])
async def test_each_list_is_the_same_in_pages_of_any_size(ada: Client, limit: int) -> None:
    project = await ada.create_project()
    made: dict[str, list[UUID]] = {
        PROJECTS: [(await ada.account()).inbox_id, project.id, (await ada.create_project()).id],
        SECTIONS: [(await ada.create_section(project)).id for _ in range(3)],
        LABELS: [(await ada.create_label()).id for _ in range(3)],
    }

    for path, ids in made.items():
        found = await pages(ada, path, limit=limit)
        assert [task_id for page in found for task_id in page] == ids
        assert [len(page) for page in found] == [len(ids[start : start + limit]) for start in range(0, 3, limit)]


async def test_projects_can_be_asked_for_by_whether_they_are_archived(ada: Client) -> None:
    await ada.create_project(name="active")
    await ada.create_project(name="old", archived=True)

    assert await names(ada, PROJECTS, archived="true") == ["old"]
    assert (await names(ada, PROJECTS, archived="false"))[1:] == ["active"]
    assert (await names(ada, PROJECTS))[1:] == ["active", "old"]


async def test_a_cursor_of_projects_belongs_to_one_query(ada: Client) -> None:
    for _ in range(2):
        await ada.create_project()
    cursor = (await ada.get(PROJECTS, params={"limit": 1, "archived": "false"})).json()["next_cursor"]

    for query in ({}, {"archived": "true"}):
        assert refusal(await ada.get(PROJECTS, params={**query, "cursor": cursor})) == (400, "invalid_cursor")


async def test_what_is_in_the_trash_is_listed_nowhere(ada: Client) -> None:
    project = await ada.create_project(name="gone")
    await ada.create_section(project)
    await ada.trash(project)

    assert "gone" not in await names(ada, PROJECTS)
    assert await names(ada, SECTIONS) == []
    assert await names(ada, SECTIONS, project_id=project.id) == []


async def test_sections_can_be_asked_for_by_their_project(ada: Client) -> None:
    garden, house = await ada.create_project(), await ada.create_project()
    await ada.create_section(garden, name="beds")
    await ada.create_section(house, name="attic")
    await ada.create_section(garden, name="trees")

    assert await names(ada, SECTIONS, project_id=garden.id) == ["beds", "trees"]
    assert await names(ada, SECTIONS, project_id=house.id) == ["attic"]
    assert sorted(await names(ada, SECTIONS)) == ["attic", "beds", "trees"]


async def test_sections_of_somebody_elses_project_are_sections_of_no_project(ada: Client, bob: Client) -> None:
    project = await bob.create_project()
    await bob.create_section(project)

    foreign = await ada.get(SECTIONS, params={"project_id": project.id})
    missing = await ada.get(SECTIONS, params={"project_id": uuid4()})

    assert refusal(foreign) == refusal(missing) == (404, "project_not_found")
    assert foreign.content == missing.content


async def test_a_label_that_a_task_brought_along_is_listed(ada: Client) -> None:
    await ada.create_task(labels=["zebra", "Ant"])
    await ada.create_task(labels=["ZEBRA", "bee"])

    assert await names(ada, LABELS) == ["zebra", "Ant", "bee"]
