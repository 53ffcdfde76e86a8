"""Creating the same task again, as a client does that never saw the first answer."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest

from client import Client, refusal
from todo_domain import TaskRead, new_id


@pytest.fixture
def body() -> dict[str, Any]:
    return {"id": str(new_id()), "title": "Water the tomatoes", "labels": ["garden"]}


async def test_the_same_create_sent_twice_makes_one_task(ada: Client, body: dict[str, Any]) -> None:
    first = await ada.post("/v1/tasks", json=body)
    second = await ada.post("/v1/tasks", json=body)

    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["id"] == body["id"]
    assert second.content == first.content
    assert [second.headers[name] for name in ("etag", "location")] == [first.headers["etag"], f"/v1/tasks/{body['id']}"]
    assert len(await ada.tasks()) == 1


async def test_a_create_is_the_same_however_it_is_written(ada: Client, body: dict[str, Any]) -> None:
    await ada.post("/v1/tasks", json=body)
    defaults = {"notes": "", "priority": "none", "due": None, "parent_id": None}

    again = await ada.post(
        "/v1/tasks", json=dict(reversed((body | defaults).items())) | {"title": f" {body['title']} "}
    )

    assert again.status_code == 200


async def test_a_repeated_create_answers_the_task_as_it_is_now(ada: Client, body: dict[str, Any]) -> None:
    task = TaskRead.model_validate_json((await ada.post("/v1/tasks", json=body)).content)
    await ada.patch(f"/v1/tasks/{task.id}", json={"title": "Water everything"})
    await ada.trash(task)

    again = await ada.post("/v1/tasks", json=body)

    assert again.status_code == 200
    assert again.json() == (await ada.get(f"/v1/tasks/{task.id}")).json()


@pytest.mark.parametrize(
    "change", [{"title": "Water the roses"}, {"notes": "now"}, {"labels": []}, {"priority": "low"}]
)
async def test_the_same_id_for_another_task_is_refused(
    ada: Client, body: dict[str, Any], change: dict[str, Any]
) -> None:
    first = await ada.post("/v1/tasks", json=body)

    other = await ada.post("/v1/tasks", json=body | change)

    assert refusal(other) == (409, "id_taken")
    assert (await ada.get(first.headers["location"])).content == first.content


async def test_an_id_that_the_api_made_is_taken(ada: Client) -> None:
    task = await ada.create_task(title="Water the tomatoes")

    again = await ada.post("/v1/tasks", json={"id": str(task.id), "title": "Water the tomatoes"})

    assert refusal(again) == (409, "id_taken")


async def test_two_people_may_choose_the_same_id(ada: Client, bob: Client, body: dict[str, Any]) -> None:
    hers = await ada.post("/v1/tasks", json=body)
    his = await bob.post("/v1/tasks", json=body | {"title": "Paint the fence"})

    assert (hers.status_code, his.status_code) == (201, 201)
    assert await ada.titles() == ["Water the tomatoes"]
    assert await bob.titles() == ["Paint the fence"]


async def test_twins_sent_at_once_make_one_task(ada: Client, body: dict[str, Any]) -> None:
    twins = await asyncio.gather(*(ada.post("/v1/tasks", json=body) for _ in range(8)))

    assert sorted(twin.status_code for twin in twins) == [200] * 7 + [201]
    assert {twin.content for twin in twins} == {twins[0].content}
    assert len(await ada.tasks()) == 1


async def test_rivals_for_one_id_make_one_task(ada: Client, body: dict[str, Any]) -> None:
    rivals = await asyncio.gather(*(ada.post("/v1/tasks", json=body | {"title": f"Rival {n}"}) for n in range(4)))

    assert sorted(rival.status_code for rival in rivals) == [201, 409, 409, 409]
    assert len(await ada.tasks()) == 1


@pytest.mark.parametrize(
    "wrong",
    [str(uuid4()), "00000000-0000-0000-0000-000000000000", "tomatoes", "", None, 7, f"{new_id()} "],
    ids=["version 4", "nil", "no UUID", "empty", "null", "number", "trailing space"],
)
async def test_an_id_of_ones_own_is_a_uuid_of_version_7(ada: Client, wrong: Any) -> None:
    response = await ada.post("/v1/tasks", json={"id": wrong, "title": "Water the tomatoes"})

    assert refusal(response) == (422, "invalid_request")
    assert [error["pointer"] for error in response.json()["errors"]] == ["/id"]


async def test_if_match_on_a_create_names_the_accounts_version(ada: Client, body: dict[str, Any]) -> None:
    current = (await ada.get("/v1/tasks")).headers["etag"]
    account = await ada.account()
    matching = {"If-Match": f'"{account.version}"'}

    assert (await ada.post("/v1/tasks", json=body, headers=matching)).status_code == 201
    stale = await ada.post("/v1/tasks", json={"title": "Late"}, headers=matching)

    assert refusal(stale) == (412, "stale_version")
    assert stale.headers["etag"] == f'"{account.version + 1}"' != current
