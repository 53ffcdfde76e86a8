"""Creating sections."""

import asyncio
from typing import Any

import pytest

from client import Client, address, refusal
from operations import MISSING_ID
from todo_domain import ProjectRead, SectionRead, new_id


async def names(client: Client, project: ProjectRead) -> list[str]:
    response = await client.get("/v1/sections", params={"project_id": project.id})
    return [section["name"] for section in response.json()["items"]]


async def test_a_new_section_goes_to_the_end_of_its_project(ada: Client) -> None:
    garden, kitchen = await ada.create_project(), await ada.create_project()
    await ada.create_section(garden, name="Vegetables")
    await ada.create_section(kitchen, name="Shelves")

    response = await ada.post("/v1/sections", json={"project_id": str(garden.id), "name": " Herbs "})

    herbs = SectionRead.model_validate_json(response.content)
    assert response.status_code == 201
    assert response.headers["location"] == address(herbs)
    assert response.headers["etag"] == f'"{herbs.version}"'
    assert (herbs.project_id, herbs.name, herbs.deleted_at) == (garden.id, " Herbs ", None)
    assert await ada.now(herbs) == herbs
    assert await names(ada, garden) == ["Vegetables", " Herbs "]


async def test_the_inbox_and_archived_projects_have_sections_too(ada: Client) -> None:
    archived = await ada.create_project(archived=True)
    inbox = await ada.now(archived.model_copy(update={"id": (await ada.account()).inbox_id}))

    for project in (archived, inbox):
        await ada.create_section(project)

    assert await names(ada, archived) == await names(ada, inbox) == ["Vegetables"]


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"name": "Herbs"}, "/project_id"),
        ({"name": "Herbs", "project_id": None}, "/project_id"),
        ({"name": "Herbs", "project_id": "inbox"}, "/project_id"),
        ({"project_id": MISSING_ID}, "/name"),
        *(({"name": name, "project_id": MISSING_ID}, "/name") for name in ("", " ", "x" * 121, None, "\x00")),
        ({"name": "Herbs", "project_id": MISSING_ID, "color": "#000000"}, "/color"),
    ],
    ids=repr,
)
async def test_what_is_not_valid_is_refused_and_pointed_at(fields: dict[str, Any], pointer: str, ada: Client) -> None:
    response = await ada.post("/v1/sections", json=fields)

    assert refusal(response) == (422, "invalid_request")
    assert [error["pointer"] for error in response.json()["errors"]] == [pointer]


async def test_the_project_has_to_be_ones_own(ada: Client, bob: Client) -> None:
    project = await ada.create_project()

    foreign = await bob.post("/v1/sections", json={"project_id": str(project.id), "name": "mine"})
    missing = await bob.post("/v1/sections", json={"project_id": str(new_id()), "name": "mine"})

    assert refusal(foreign) == (404, "project_not_found")
    assert foreign.content == missing.content
    assert await names(ada, project) == []


async def test_a_create_with_an_id_can_be_repeated(ada: Client) -> None:
    project, other = await ada.create_project(), await ada.create_project()
    body = {"id": str(new_id()), "project_id": str(project.id), "name": "Herbs"}

    responses = await asyncio.gather(*(ada.post("/v1/sections", json=body) for _ in range(4)))
    elsewhere = await ada.post("/v1/sections", json=body | {"project_id": str(other.id)})
    await ada.trash(project)
    afterwards = await ada.post("/v1/sections", json=body)

    assert sorted(response.status_code for response in responses) == [200, 200, 200, 201]
    assert len({(response.content, response.headers["etag"]) for response in responses}) == 1
    assert refusal(elsewhere) == (409, "id_taken")
    assert afterwards.status_code == 200
    assert afterwards.json()["deleted_at"] is not None
