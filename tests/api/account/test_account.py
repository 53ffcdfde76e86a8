"""The account: there when it is first looked at, and its time zone."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from client import Client, refusal
from todo_domain import AccountRead


async def test_it_is_made_at_the_first_look(ada: Client) -> None:
    response = await ada.get("/v1/account")

    account = AccountRead.model_validate_json(response.content)
    assert response.status_code == 200
    assert response.headers["etag"] == f'"{account.version}"'
    assert (account.user_id, account.timezone) == (ada.user_id, "UTC")
    assert account.created_at == account.updated_at
    assert await ada.account() == account


async def test_it_belongs_to_whoever_asks(ada: Client, bob: Client) -> None:
    hers, his = await ada.account(), await bob.account()

    await bob.patch("/v1/account", json={"timezone": "Asia/Tokyo"})

    assert hers.user_id != his.user_id
    assert await ada.account() == hers


async def test_a_user_id_can_be_any_printable_text(sign_in: Callable[[str], Client]) -> None:
    person = sign_in(" o'brien\"; -- %2F/../?#&=~{}|" + "x" * 180)

    task = await person.create_task()

    assert (await person.account()).user_id == person.user_id
    assert await person.tasks() == [task]


async def test_every_write_moves_its_version_and_no_read_does(ada: Client) -> None:
    first = (await ada.account()).version

    project = await ada.create_project()
    task = await ada.create_task(project_id=str(project.id), labels=["errand"])
    await ada.tasks()
    await ada.now(task)

    assert (project.version, task.version) == (first + 1, first + 2)
    assert (await ada.account()).version == first + 2


@pytest.mark.parametrize(
    "timezone", ["Europe/Berlin", "America/Argentina/Buenos_Aires", "Asia/Calcutta", "Etc/GMT+12", "UTC"]
)
async def test_it_has_a_time_zone(timezone: str, ada: Client) -> None:
    before = await ada.account()

    response = await ada.patch("/v1/account", json={"timezone": timezone})

    after = AccountRead.model_validate_json(response.content)
    assert response.status_code == 200
    assert response.headers["etag"] == f'"{after.version}"'
    assert after == before.model_copy(
        update={"timezone": timezone, "version": before.version + 1, "updated_at": after.updated_at}
    )
    assert await ada.account() == after


async def test_setting_the_time_zone_can_be_the_first_thing_that_one_does(ada: Client) -> None:
    response = await ada.patch("/v1/account", json={"timezone": "Asia/Tokyo"})

    assert response.status_code == 200
    assert (await ada.account()).timezone == "Asia/Tokyo"


async def test_nothing_sent_is_nothing_changed(ada: Client) -> None:
    before = await ada.account()

    response = await ada.patch("/v1/account", json={})

    assert AccountRead.model_validate_json(response.content) == before
    assert await ada.account() == before


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        *(
            ({"timezone": name}, "/timezone")
            for name in (
                *("Europe/Atlantis", "europe/berlin", "Berlin", "CEST", "UTC+1", "+02:00", "", " UTC", "UTC\n"),
                *("localtime", "Factory", "posixrules", "../UTC", "/etc/localtime", "tzdata.zi", "UTC\x00", "x" * 65),
                *(None, 2, ["UTC"]),
            )
        ),
        ({"user_id": "somebody-else"}, "/user_id"),
        ({"inbox_id": None}, "/inbox_id"),
        ({"version": 1}, "/version"),
        (["timezone"], ""),
    ],
    ids=repr,
)
async def test_what_is_no_time_zone_is_refused(change: Any, pointer: str, ada: Client) -> None:
    before = await ada.account()

    response = await ada.patch("/v1/account", json=change)

    assert refusal(response) == (422, "invalid_request")
    assert [error["pointer"] for error in response.json()["errors"]] == [pointer]
    assert json.dumps(change) not in response.text
    assert await ada.account() == before
