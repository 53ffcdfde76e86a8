"""Changing labels: a new name takes the old one's place on every task, in the same change."""

from typing import Any

import pytest

from client import Client, address, refusal
from todo_domain import LabelRead, new_id


async def test_a_new_name_is_on_every_task_that_had_the_old_one(ada: Client) -> None:
    task = await ada.create_task(labels=["home", "errand", "soon"])
    completed = await ada.complete(await ada.create_task(labels=["errand"]))
    trashed = await ada.create_task(labels=["errand"])
    await ada.trash(trashed)
    other = await ada.create_task(labels=["home", "errands"])

    response = await ada.patch(address((await ada.labels())["errand"]), json={"name": "town"})

    renamed = LabelRead.model_validate_json(response.content)
    assert response.headers["etag"] == f'"{renamed.version}"'
    assert renamed.version == (await ada.account()).version == other.version + 1
    assert (await ada.now(task)).labels == ["home", "town", "soon"]
    for row in (task, completed, trashed):
        now = await ada.get(address(row))
        assert "town" in now.json()["labels"]
        assert now.headers["etag"] == response.headers["etag"]
        assert now.json()["updated_at"] == response.json()["updated_at"]
    assert await ada.now(other) == other
    assert await ada.tasks(label_any="errand") == []


async def test_a_task_read_before_the_renaming_is_stale(ada: Client) -> None:
    task = await ada.create_task(labels=["errand"])
    await ada.patch(address((await ada.labels())["errand"]), json={"name": "town"})

    response = await ada.patch(address(task), json={"labels": ["errand"]}, headers={"If-Match": f'"{task.version}"'})

    assert refusal(response) == (412, "stale_version")


@pytest.mark.parametrize(("old", "new"), [("errand", "Errand"), ("Straße", "STRASSE"), ("caf\u00e9", "cafe\u0301")])
async def test_a_name_can_change_its_case_alone(old: str, new: str, ada: Client) -> None:
    task = await ada.create_task(labels=[old])
    label = (await ada.labels())[old]

    response = await ada.patch(address(label), json={"name": new})

    assert response.status_code == 200
    assert response.json()["name"] == new
    assert (await ada.now(task)).labels == [new]
    assert await ada.tasks(label_all=old) == [await ada.now(task)]


async def test_the_same_name_again_leaves_the_tasks_alone(ada: Client) -> None:
    task = await ada.create_task(labels=["errand"])

    response = await ada.patch(address((await ada.labels())["errand"]), json={"name": "errand"})

    assert response.status_code == 200
    assert await ada.now(task) == task


async def test_a_name_that_is_taken_is_refused(ada: Client) -> None:
    task = await ada.create_task(labels=["errand", "town"])
    errand = (await ada.labels())["errand"]

    response = await ada.patch(address(errand), json={"name": "TOWN", "color": "#000000"})

    assert refusal(response) == (409, "label_exists")
    assert await ada.now(errand) == errand
    assert await ada.now(task) == task
    assert (await ada.account()).version == task.version


async def test_the_old_name_is_free_again(ada: Client) -> None:
    label = await ada.create_label(name="errand")
    await ada.patch(address(label), json={"name": "town"})

    fresh = await ada.create_label(name="Errand")

    assert fresh.id != label.id
    assert (await ada.now(label)).name == "town"


@pytest.mark.parametrize("change", [{"color": "#ffa500"}, {"color": None}])
async def test_a_colour_is_no_matter_for_the_tasks(change: dict[str, Any], ada: Client) -> None:
    label = await ada.create_label(name="errand", color="#123456")
    task = await ada.create_task(labels=["errand"])

    response = await ada.patch(address(label), json=change)

    assert response.json().items() >= {"name": "errand", **change}.items()
    assert await ada.now(task) == task


async def test_nothing_sent_is_nothing_changed(ada: Client) -> None:
    label = await ada.create_label()

    response = await ada.patch(address(label), json={})

    assert LabelRead.model_validate_json(response.content) == label
    assert (await ada.account()).version == label.version


@pytest.mark.parametrize("change", [{"name": None}, {"name": " "}, {"key": "x"}, {"position": "l1"}])
async def test_what_cannot_be_changed_is_refused(change: dict[str, Any], ada: Client) -> None:
    label = await ada.create_label()

    assert refusal(await ada.patch(address(label), json=change)) == (422, "invalid_request")
    assert await ada.now(label) == label


async def test_somebody_elses_label_does_not_exist(ada: Client, bob: Client) -> None:
    task, his = await ada.create_task(labels=["errand"]), await bob.create_task(labels=["errand"])
    label, missing = (await ada.labels())["errand"], f"/v1/labels/{new_id()}"

    for method, options in (("GET", {}), ("DELETE", {}), ("PATCH", {"json": {"name": "x"}}), ("PATCH", {"json": {}})):
        response = await bob.request(method, address(label), **options)
        assert refusal(response) == (404, "label_not_found")
        assert response.content == (await bob.request(method, missing, **options)).content
    await bob.patch(address((await bob.labels())["errand"]), json={"name": "town"})

    assert await ada.now(label) == label
    assert await ada.now(task) == task
    assert (await bob.now(his)).labels == ["town"]
