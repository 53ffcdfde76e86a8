"""Creating projects."""

import asyncio
import json
from typing import Any

import pytest

from client import Client, address, if_match, refusal
from todo_domain import ProjectRead, new_id


async def test_a_new_project_goes_to_the_end(ada: Client) -> None:
    await ada.create_project(name="Garden")

    response = await ada.post("/v1/projects", json={"name": "Kitchen", "color": "#2E8b57", "archived": True})

    kitchen = ProjectRead.model_validate_json(response.content)
    assert response.status_code == 201
    assert response.headers["location"] == address(kitchen)
    assert response.headers["etag"] == f'"{kitchen.version}"'
    assert (kitchen.name, kitchen.color, kitchen.archived) == ("Kitchen", "#2E8b57", True)
    assert await ada.now(kitchen) == kitchen
    assert await names(ada) == ["Inbox", "Garden", "Kitchen"]


async def test_only_the_name_is_needed(ada: Client) -> None:
    project = await ada.create_project(name="Garden")

    assert (project.color, project.archived, project.is_inbox, project.deleted_at) == (None, False, False, None)
    assert project.created_at == project.updated_at


async def test_two_projects_may_have_one_name(ada: Client) -> None:
    first, second = await ada.create_project(name="Garden"), await ada.create_project(name="Garden")

    assert first.id != second.id


@pytest.mark.parametrize(
    "name",
    [
        "  two blanks ",
        "e\u0301, not \u00e9",
        "\u202b\u05d2\u05df\u202c",
        "a\u2028b\nc\t",
        "\U0001f469\u200d\U0001f33e" * 40,
        "\x01\ufffe",
    ],
)
async def test_a_name_is_kept_as_it_was_sent(name: str, ada: Client) -> None:
    project = await ada.create_project(name=name)

    assert project.name == name
    assert (await ada.now(project)).name == name


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({}, "/name"),
        ({"name": "\ud800"}, ""),
        *(({"name": name}, "/name") for name in ("", "   ", "\u2003\n", "x" * 121, "a\x00b", None, 7, ["x"])),
        *(
            ({"name": "Garden", "color": color}, "/color")
            for color in ("", "green", "#abc", "#12345g", "#aabbcc\n", " #aabbcc", "#aabbccdd", "#١٢٣٤٥٦", 0xAABBCC)
        ),
        *(({"name": "Garden", "archived": archived}, "/archived") for archived in (None, "true", 1)),
        *(({"name": "Garden", "id": own}, "/id") for own in ("", "1", None, "6f9619ff-8b86-4011-b42d-00c04fc964ff")),
        *(({"name": "Garden", name: None}, f"/{name}") for name in ("is_inbox", "position", "version", "deleted_at")),
    ],
    ids=repr,
)
async def test_what_is_not_valid_is_refused_and_pointed_at(fields: dict[str, Any], pointer: str, ada: Client) -> None:
    content = json.dumps(fields)

    response = await ada.post("/v1/projects", content=content, headers={"Content-Type": "application/json"})

    assert refusal(response) == (422, "invalid_request")
    assert [(error["location"], error["pointer"]) for error in response.json()["errors"]] == [("body", pointer)]
    assert await names(ada) == ["Inbox"]


async def test_a_create_with_an_id_can_be_repeated(ada: Client) -> None:
    body = {"id": str(new_id()), "name": "Garden"}

    first = await ada.post("/v1/projects", json=body)
    again = await ada.post("/v1/projects", json=body | {"color": None, "archived": False})

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["id"] == body["id"]
    assert again.content == first.content
    assert again.headers["etag"] == first.headers["etag"]
    assert await names(ada) == ["Inbox", "Garden"]


async def test_a_repeated_create_answers_what_has_become_of_the_project(ada: Client) -> None:
    body = {"id": str(new_id()), "name": "Garden"}
    project = await ada.create_project(**body)
    await ada.patch(address(project), json={"name": "Allotment"})
    await ada.trash(project)

    again = await ada.post("/v1/projects", json=body)

    assert again.status_code == 200
    assert ProjectRead.model_validate_json(again.content) == await ada.now(project)
    assert again.json()["deleted_at"] is not None


async def test_an_id_cannot_be_used_for_something_else(ada: Client) -> None:
    project = await ada.create_project(id=str(new_id()), name="Garden")

    response = await ada.post("/v1/projects", json={"id": str(project.id), "name": "Kitchen"})

    assert refusal(response) == (409, "id_taken")
    assert await ada.now(project) == project


async def test_the_inbox_cannot_be_created_again(ada: Client) -> None:
    inbox_id = (await ada.account()).inbox_id

    response = await ada.post("/v1/projects", json={"id": str(inbox_id), "name": "Inbox"})

    assert refusal(response) == (409, "id_taken")
    assert await names(ada) == ["Inbox"]


async def test_an_id_that_somebody_else_uses_is_free(ada: Client, bob: Client) -> None:
    hers = await ada.create_project(id=str(new_id()), name="Garden")

    his = await bob.create_project(id=str(hers.id), name="Workshop")

    assert (await ada.now(hers)).name == "Garden"
    assert (await bob.now(his)).name == "Workshop"


async def test_twins_sent_at_once_make_one_project(ada: Client) -> None:
    body = {"id": str(new_id()), "name": "Garden"}

    responses = await asyncio.gather(*(ada.post("/v1/projects", json=body) for _ in range(6)))

    assert sorted(response.status_code for response in responses) == [200] * 5 + [201]
    assert len({response.content for response in responses}) == 1
    assert await names(ada) == ["Inbox", "Garden"]


async def test_if_match_on_a_create_names_the_account(ada: Client) -> None:
    account = await ada.account()

    created = await ada.post("/v1/projects", json={"name": "Garden"}, headers=if_match(account))
    refused = await ada.post("/v1/projects", json={"name": "Kitchen"}, headers=if_match(account))

    assert created.status_code == 201
    assert refusal(refused) == (412, "stale_version")
    assert refused.headers["etag"] == created.headers["etag"]
    assert await names(ada) == ["Inbox", "Garden"]


async def names(client: Client) -> list[str]:
    return [project.name for project in await client.projects()]
