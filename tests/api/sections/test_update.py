"""Renaming and reading sections."""

from typing import Any

import pytest

from client import Client, address, refusal
from operations import MISSING_ID
from todo_domain import SectionRead, new_id


async def test_a_section_gets_another_name(ada: Client) -> None:
    section = await ada.create_section(await ada.create_project(), name="Herbs")
    task = await ada.create_task(section_id=str(section.id))

    response = await ada.patch(address(section), json={"name": "Kräuter"})

    renamed = SectionRead.model_validate_json(response.content)
    assert response.headers["etag"] == f'"{renamed.version}"'
    assert renamed == section.model_copy(
        update={"name": "Kräuter", "version": task.version + 1, "updated_at": renamed.updated_at}
    )
    assert await ada.now(section) == renamed
    assert await ada.now(task) == task


async def test_nothing_sent_is_nothing_changed(ada: Client) -> None:
    section = await ada.create_section(await ada.create_project())

    response = await ada.patch(address(section), json={})

    assert SectionRead.model_validate_json(response.content) == section
    assert (await ada.account()).version == section.version


@pytest.mark.parametrize("change", [{"name": None}, {"name": " "}, {"project_id": MISSING_ID}, {"color": None}])
async def test_only_the_name_can_be_changed(change: dict[str, Any], ada: Client) -> None:
    section = await ada.create_section(await ada.create_project())

    response = await ada.patch(address(section), json=change)

    assert refusal(response) == (422, "invalid_request")
    assert await ada.now(section) == section


async def test_somebody_elses_section_does_not_exist(ada: Client, bob: Client) -> None:
    section = await ada.create_section(await ada.create_project())
    missing = f"/v1/sections/{new_id()}"

    for method, options in (("GET", {}), ("DELETE", {}), ("PATCH", {"json": {"name": "x"}}), ("PATCH", {"json": {}})):
        response = await bob.request(method, address(section), **options)
        assert refusal(response) == (404, "section_not_found")
        assert response.content == (await bob.request(method, missing, **options)).content
    assert await ada.now(section) == section
