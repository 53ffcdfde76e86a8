"""Changing projects, and reading them."""

from typing import Any

import pytest

from client import Client, address, refusal
from todo_domain import ProjectRead, new_id


@pytest.mark.parametrize(
    "change", [{"name": " Allotment "}, {"color": "#000000"}, {"color": None}, {"archived": True}, {"archived": False}]
)
async def test_what_is_left_out_stays(change: dict[str, Any], ada: Client) -> None:
    before = await ada.create_project(name="Garden", color="#2e8b57")

    response = await ada.patch(address(before), json=change)

    after = ProjectRead.model_validate_json(response.content)
    assert response.status_code == 200
    assert response.headers["etag"] == f'"{after.version}"'
    assert after.version > before.version
    assert after.updated_at > before.updated_at
    assert after == before.model_copy(update={**change, "version": after.version, "updated_at": after.updated_at})
    assert await ada.now(before) == after


async def test_nothing_sent_is_nothing_changed(ada: Client) -> None:
    project = await ada.create_project()

    response = await ada.patch(address(project), json={})

    assert response.status_code == 200
    assert ProjectRead.model_validate_json(response.content) == project
    assert (await ada.account()).version == project.version


@pytest.mark.parametrize(
    "change", [{"name": None}, {"archived": None}, {"is_inbox": True}, {"position": "l1"}, {"color": "green"}, [], "x"]
)
async def test_what_cannot_be_changed_is_refused(change: Any, ada: Client) -> None:
    project = await ada.create_project()

    response = await ada.patch(address(project), json=change)

    assert refusal(response) == (422, "invalid_request")
    assert await ada.now(project) == project


async def test_an_archived_project_keeps_its_tasks_and_takes_more(ada: Client) -> None:
    project = await ada.create_project()
    await ada.create_task(title="before", project_id=str(project.id))

    await ada.patch(address(project), json={"archived": True})

    await ada.create_task(title="after", project_id=str(project.id))
    assert await ada.titles(project_id=project.id) == ["before", "after"]


async def test_somebody_elses_project_does_not_exist(ada: Client, bob: Client) -> None:
    project = await ada.create_project(name="secret")

    for response, missing in (
        (await bob.get(address(project)), await bob.get(f"/v1/projects/{new_id()}")),
        (
            await bob.patch(address(project), json={"name": "mine"}),
            await bob.patch(f"/v1/projects/{new_id()}", json={"name": "mine"}),
        ),
        (await bob.patch(address(project), json={}), await bob.patch(f"/v1/projects/{new_id()}", json={})),
    ):
        assert refusal(response) == (404, "project_not_found")
        assert response.content == missing.content

    assert await ada.now(project) == project
