"""What every candidate of the benchmark has to do: the API's surface over the API's tables, with the API's answers."""

import asyncio
import time
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from bench.baselines.person import Person, as_moments
from running import SECRET
from todo_api.auth import ClaimRules, mint
from todo_api.settings import DEVELOPMENT_ISSUER
from todo_bench.candidates import Candidate

LIST = "/v1/tasks?limit=50"
REFUSALS = {HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY}
HOUR = 3600


def requests_about(task_id: object) -> list[tuple[str, str, dict[str, Any]]]:
    """Method, path and options of every request that names a task."""
    address = f"/v1/tasks/{task_id}"
    return [
        ("GET", address, {}),
        ("PATCH", address, {"json": {"title": "Mine"}, "headers": {"If-Match": '"1"'}}),
        ("PUT", f"{address}/completion", {}),
        ("DELETE", address, {}),
    ]


def etag(version: object) -> dict[str, str]:
    return {"If-Match": f'"{version}"'}


def document(response: httpx2.Response, status: int = HTTPStatus.OK) -> dict[str, Any]:
    """The task in an answer, whose ETag has to tell its version."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"].startswith("application/json")
    task: dict[str, Any] = response.json()
    if status == HTTPStatus.OK:
        assert response.headers["etag"] == f'"{task["version"]}"'
    return as_moments(task)


class Conformity:
    """Inherit it as a test class, beside a fixture `candidate` of the module's own."""

    async def test_every_task_reads_as_at_the_api(self, ada: Person) -> None:
        for task in await ada.all_kinds_of_tasks():
            response = await ada.at_candidate.get(f"/v1/tasks/{task.id}")

            assert document(response) == await ada.document(task.id)

    async def test_the_list_reads_as_at_the_api(self, ada: Person, bob: Person) -> None:
        tasks = await ada.all_kinds_of_tasks()
        await ada.at_api.move(tasks[3], before=tasks[0].id)
        await bob.all_kinds_of_tasks()

        response = await ada.at_candidate.get(LIST)

        page = response.json()
        assert page.keys() == {"items", "next_cursor"}
        assert [as_moments(task) for task in page["items"]] == await ada.documents()
        assert page["next_cursor"] is None

    async def test_a_long_list_says_that_more_follows(self, ada: Person) -> None:
        for number in range(50):
            await ada.at_api.create_task(title=f"task {number}")

        page = (await ada.at_candidate.get(LIST)).json()

        assert [as_moments(task) for task in page["items"]] == await ada.documents()
        assert len(page["items"]) == 50
        assert isinstance(page["next_cursor"], str)

    async def test_a_list_that_is_still_known_is_not_sent_again(self, candidate: Candidate, ada: Person) -> None:
        before = await ada.at_candidate.get(LIST)
        known = {"If-None-Match": before.headers.get("etag", '"1"')}

        again = await ada.at_candidate.get(LIST, headers=known)

        if candidate.supports_unchanged:
            assert (again.status_code, again.content) == (304, b"")
        else:
            assert (again.status_code, again.content) == (200, before.content)
        await ada.at_api.create_task(title="new")
        assert len((await ada.at_candidate.get(LIST, headers=known)).json()["items"]) == 2

    @pytest.mark.parametrize(
        "headers",
        [
            {},
            {"Authorization": "Bearer"},
            {"Authorization": "Bearer a.b.c"},
            "wrongly signed",
            "expired",
            "somebody else's issuer",
            "for somebody else",
        ],
        ids=str,
    )
    async def test_nobody_gets_in_without_a_token(
        self, ada: Person, stranger: httpx2.AsyncClient, headers: Mapping[str, str] | str
    ) -> None:
        (task,) = await ada.at_api.tasks()
        refused = bad_token(headers, ada.at_api.user_id) if isinstance(headers, str) else headers

        for method, path, options in [*requests_about(task.id), ("GET", LIST, {}), ("POST", "/v1/tasks", {})]:
            body = {"title": "Mine", "notes": "", "priority": "none"} if method == "POST" else options.get("json")
            sent = {**refused, **options.get("headers", {})}
            response = await stranger.request(method, path, json=body, headers=sent)
            assert response.status_code == 401, f"{method} {path}: {response.text}"
        assert await ada.at_api.tasks() == [task]

    @pytest.mark.parametrize("whose", ["somebody else's", "nobody's"])
    async def test_what_is_not_ones_own_is_not_there(self, ada: Person, bob: Person, whose: str) -> None:
        (task,) = await ada.at_api.tasks()

        for method, path, options in requests_about(task.id if whose == "somebody else's" else uuid4()):
            response = await bob.at_candidate.request(method, path, **options)
            assert response.status_code == 404, f"{method} {path}: {response.text}"
        assert await ada.at_api.tasks() == [task]

    @pytest.mark.parametrize("labels", [{}, {"labels": []}, {"labels": ["errand", "at home"]}], ids=str)
    async def test_a_new_task_is_the_last_of_the_inbox(self, ada: Person, labels: Mapping[str, list[str]]) -> None:
        await ada.all_kinds_of_tasks()
        body = {"title": "Water the tomatoes", "notes": "Twice a week", "priority": "high", **labels}

        made = document(await ada.at_candidate.post("/v1/tasks", json=body), HTTPStatus.CREATED)

        assert body.items() <= made.items()
        assert made["labels"] == labels.get("labels", [])
        assert made["project_id"] == str((await ada.at_api.account()).inbox_id)
        assert made == await ada.document(made["id"]) == (await ada.documents())[-1]

    async def test_new_tasks_stay_in_the_order_in_which_they_came(self, ada: Person) -> None:
        titles = [f"task {number}" for number in (3, 1, 4, 5, 2)]
        for title in titles:
            body = {"title": title, "notes": "", "priority": "none"}
            document(await ada.at_candidate.post("/v1/tasks", json=body), HTTPStatus.CREATED)

        page = (await ada.at_candidate.get(LIST)).json()

        assert [task["title"] for task in page["items"]] == await ada.at_api.titles() == ["The first one", *titles]

    async def test_all_tasks_that_are_made_at_once_are_made(self, ada: Person) -> None:
        titles = [f"task {number}" for number in range(20)]
        bodies = [{"title": title, "notes": "", "priority": "none"} for title in titles]

        responses = await asyncio.gather(*(ada.at_candidate.post("/v1/tasks", json=body) for body in bodies))

        made = [document(response, HTTPStatus.CREATED) for response in responses]
        assert [task["title"] for task in made] == titles
        assert sorted(await ada.at_api.titles()) == sorted(["The first one", *titles])

    @pytest.mark.parametrize(
        "wrong",
        [{"title": ""}, {"title": 7}, {"title": "x" * 501}, {"notes": None}, {"priority": "huge"}],
        ids=lambda wrong: next(iter(wrong)),
    )
    async def test_what_is_no_task_is_refused(self, ada: Person, wrong: Mapping[str, Any]) -> None:
        body = {"title": "Water the tomatoes", "notes": "", "priority": "none", **wrong}

        response = await ada.at_candidate.post("/v1/tasks", json=body)

        assert response.status_code in REFUSALS, response.text
        assert len(await ada.at_api.tasks()) == 1

    async def test_a_patch_changes_the_title_and_the_version(self, ada: Person) -> None:
        task = await ada.at_api.create_task(title="before", notes="stay", labels=["stays"])

        response = await ada.at_candidate.patch(
            f"/v1/tasks/{task.id}", json={"title": "after"}, headers=etag(task.version)
        )

        changed = document(response)
        assert changed["title"] == "after"
        assert changed["version"] > task.version
        assert changed == await ada.document(task.id)
        assert changed == as_moments(task.model_dump(mode="json")) | {
            name: changed[name] for name in ("title", "version", "updated_at")
        }

    async def test_a_patch_of_what_has_changed_since_is_refused(self, ada: Person) -> None:
        task = await ada.at_api.create_task(title="before")
        address = f"/v1/tasks/{task.id}"
        first = await ada.at_candidate.patch(address, json={"title": "after"}, headers=etag(task.version))

        stale = await ada.at_candidate.patch(address, json={"title": "too late"}, headers=etag(task.version))

        assert (first.status_code, stale.status_code) == (200, 412), stale.text
        assert await ada.document(task.id) == document(first)

    async def test_of_patches_at_once_one_gets_through(self, ada: Person) -> None:
        task = await ada.at_api.create_task(title="before")
        patches = [
            ada.at_candidate.patch(f"/v1/tasks/{task.id}", json={"title": title}, headers=etag(task.version))
            for title in "abcdefgh"
        ]

        responses = await asyncio.gather(*patches)

        assert sorted(response.status_code for response in responses) == [200] + [412] * 7
        (changed,) = [document(response) for response in responses if response.is_success]
        assert changed == await ada.document(task.id)

    async def test_a_title_that_is_none_is_refused(self, ada: Person) -> None:
        (task,) = await ada.at_api.tasks()

        response = await ada.at_candidate.patch(f"/v1/tasks/{task.id}", json={"title": ""}, headers=etag(task.version))

        assert response.status_code in REFUSALS, response.text
        assert await ada.at_api.tasks() == [task]

    async def test_completing_twice_is_completing_once(self, ada: Person) -> None:
        task = await ada.at_api.create_task()
        address = f"/v1/tasks/{task.id}/completion"

        once = document(await ada.at_candidate.put(address))
        twice = document(await ada.at_candidate.put(address))

        assert (once["status"], once["completed_at"]) == ("completed", once["updated_at"])
        assert once["version"] > task.version
        assert once == twice == await ada.document(task.id)

    async def test_what_is_deleted_is_in_the_trash(self, ada: Person) -> None:
        task = await ada.at_api.create_task()
        address = f"/v1/tasks/{task.id}"

        first = await ada.at_candidate.delete(address)
        trashed = await ada.document(task.id)
        second = await ada.at_candidate.delete(address)

        assert [(answer.status_code, answer.content) for answer in (first, second)] == [(204, b"")] * 2
        assert trashed["deleted_at"] is not None
        assert trashed["version"] > task.version
        assert document(await ada.at_candidate.get(address)) == trashed == await ada.document(task.id)
        listed = (await ada.at_candidate.get(LIST)).json()["items"]
        assert [task["title"] for task in listed] == ["The first one"]
        assert await ada.at_api.titles(trash="true") == [task.title]


def bad_token(what: str, user_id: str) -> dict[str, str]:
    """A header that would be the user's if only one thing about it were right."""
    secret, issuer, audience, now = SECRET, DEVELOPMENT_ISSUER, DEVELOPMENT_ISSUER, time.time()
    match what:
        case "wrongly signed":
            secret = SECRET[::-1]
        case "expired":
            now -= 2 * HOUR
        case "somebody else's issuer":
            issuer = "somebody-else"
        case "for somebody else":
            audience = "somebody-else"
    rules = ClaimRules(issuer, audience, now=lambda: now)
    return {"Authorization": f"Bearer {mint(secret, rules, user_id=user_id, lifetime_seconds=HOUR)}"}
