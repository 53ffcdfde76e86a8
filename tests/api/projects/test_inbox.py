"""The inbox: a project that always exists."""

from typing import Any

import pytest

from client import Client, address, if_match, refusal
from todo_domain import ProjectRead


async def inbox(client: Client) -> ProjectRead:
    inbox_id = (await client.account()).inbox_id
    return ProjectRead.model_validate_json((await client.get(f"/v1/projects/{inbox_id}")).content)


async def test_everybody_has_one_of_their_own(ada: Client, bob: Client) -> None:
    hers, his = await inbox(ada), await inbox(bob)

    assert hers.id != his.id
    assert (hers.name, hers.is_inbox) == (his.name, his.is_inbox) == ("Inbox", True)
    assert (await bob.get(address(hers))).status_code == 404


async def test_it_is_there_when_projects_are_listed_first_thing(ada: Client) -> None:
    response = await ada.get("/v1/projects")

    assert [project["is_inbox"] for project in response.json()["items"]] == [True]
    assert response.headers["etag"] == f'"{(await ada.account()).version}"'


@pytest.mark.parametrize("change", [{"name": "Eingang"}, {"color": "#123456"}, {"archived": False}])
async def test_it_can_look_different(change: dict[str, Any], ada: Client) -> None:
    before = await inbox(ada)

    response = await ada.patch(address(before), json=change)

    assert response.status_code == 200
    assert response.json().items() >= change.items()
    assert (await inbox(ada)).is_inbox


@pytest.mark.parametrize("change", [{"archived": True}, {"archived": True, "name": "Done with"}])
async def test_it_cannot_be_archived(change: dict[str, Any], ada: Client) -> None:
    before = await inbox(ada)

    response = await ada.patch(address(before), json=change)

    assert refusal(response) == (409, "inbox_protected")
    assert await inbox(ada) == before
    assert (await ada.account()).version == before.version


async def test_it_cannot_be_deleted_and_neither_are_its_tasks(ada: Client) -> None:
    task = await ada.create_task()
    before = await inbox(ada)

    response = await ada.delete(address(before))

    assert refusal(response) == (409, "inbox_protected")
    assert await inbox(ada) == before
    assert await ada.now(task) == task
    assert (await ada.account()).version == task.version


async def test_a_stale_precondition_is_told_before_the_protection(ada: Client) -> None:
    before = await inbox(ada)
    await ada.patch(address(before), json={"name": "Eingang"})

    response = await ada.delete(address(before), headers=if_match(before))

    assert refusal(response) == (412, "stale_version")


async def test_restoring_it_is_no_write(ada: Client) -> None:
    before = await inbox(ada)

    response = await ada.put(f"{address(before)}/restoration")

    assert response.status_code == 200
    assert await inbox(ada) == before
