"""Cursors: where to go on, in this list, with this query, for this user."""

import random
from base64 import urlsafe_b64encode
from typing import Any

import pytest

from api.lists.paging import TASKS, first_cursor, walk
from client import Client, refusal

INVALID = (400, "invalid_cursor")


async def three_tasks(client: Client) -> None:
    for title in ("a", "b", "c"):
        await client.create_task(
            title=title, notes="needle", priority="high", labels=["home"], due={"kind": "date", "date": "2026-11-22"}
        )


QUERIES: list[dict[str, Any]] = [
    {},
    {"sort": "created"},
    {"sort": "updated"},
    {"sort": "title"},
    {"direction": "desc"},
    {"sort": "title", "direction": "desc"},
    {"status": "open"},
    {"parent_id": "none"},
    {"priority_min": "low"},
    {"priority_min": "high"},
    {"due": "any"},
    {"due_after": "2026-11-21"},
    {"due_after": "2026-11-22"},
    {"due_before": "2026-11-25"},
    {"label_any": "home"},
    {"label_all": "home"},
    {"label_any": ["home", "garden"]},
    {"text": "needle"},
    {"text": "need"},
]


async def test_a_cursor_belongs_to_one_query(ada: Client) -> None:
    await three_tasks(ada)
    cursors = [await first_cursor(ada, **query) for query in QUERIES]

    for number, (query, cursor) in enumerate(zip(QUERIES, cursors, strict=True)):
        own = await ada.get(TASKS, params=query | {"cursor": cursor, "limit": 2})
        next_ones = await ada.get(TASKS, params=query | {"cursor": cursors[number - 1]})
        unfiltered = await ada.get(TASKS, params={"cursor": cursor})

        assert own.status_code == 200, query
        assert refusal(next_ones) == INVALID, query
        assert query == {} or refusal(unfiltered) == INVALID, query


async def test_what_a_query_leaves_out_is_what_it_asks_for_by_default(ada: Client) -> None:
    await three_tasks(ada)
    explicit = {"sort": "order", "direction": "asc", "trash": "false", "limit": "50"}

    assert len(await ada.tasks(cursor=await first_cursor(ada), **explicit)) == 2


async def test_a_cursor_belongs_to_one_user(ada: Client, bob: Client) -> None:
    await three_tasks(ada)
    await three_tasks(bob)

    response = await bob.get(TASKS, params={"cursor": await first_cursor(ada)})

    assert refusal(response) == INVALID


async def test_a_cursor_belongs_to_one_list(ada: Client) -> None:
    project = await ada.create_project()
    for _ in range(2):
        await ada.create_task()
        await ada.create_label()
        await ada.create_section(project)
    lists = (TASKS, "/v1/projects", "/v1/sections", "/v1/labels")
    cursors = {path: await first_cursor(ada, path) for path in lists}

    for path in lists:
        for other, cursor in cursors.items():
            response = await ada.get(path, params={"cursor": cursor})

            assert response.status_code == 200 if other == path else refusal(response) == INVALID, (path, other)


async def test_a_cursor_with_any_one_character_changed_is_refused(ada: Client) -> None:
    await three_tasks(ada)
    cursor = await first_cursor(ada)
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

    for place, character in enumerate(cursor):
        changed = alphabet[alphabet.index(character) ^ 1]
        response = await ada.get(TASKS, params={"cursor": cursor[:place] + changed + cursor[place + 1 :]})

        assert refusal(response) == INVALID, place


@pytest.mark.parametrize("extra", ["=", "==", "A", "AAAA", " ", "\n", "\x00", "é", "\ufeff"])
async def test_a_cursor_with_something_added_is_refused(ada: Client, extra: str) -> None:
    await three_tasks(ada)
    cursor = await first_cursor(ada)

    for damaged in (cursor + extra, extra + cursor, cursor[:20] + extra + cursor[20:]):
        assert refusal(await ada.get(TASKS, params={"cursor": damaged})) == INVALID


async def test_a_cursor_cut_short_is_refused(ada: Client) -> None:
    await three_tasks(ada)
    cursor = await first_cursor(ada)

    for length in range(len(cursor)):
        assert refusal(await ada.get(TASKS, params={"cursor": cursor[:length]})) == INVALID


async def test_what_never_was_a_cursor_is_refused(ada: Client) -> None:
    chance = random.Random(7)  # noqa: S311  the same bytes in every run, not a secret
    forged = b'["l000000000000","00000000-0000-7000-8000-000000000000"]'
    payloads = [chance.randbytes(chance.randrange(200)) for _ in range(20)]
    payloads += [forged, bytes(9) + forged, bytes(9) + b"[" * 2000, bytes(9) + b"null", bytes(3072)]
    texts = [urlsafe_b64encode(payload).decode().rstrip("=") for payload in payloads]

    for text in [*texts, "语", "😀" * 100, "null", "+/+/", "%", "a" * 4096]:
        for query in ({}, {"sort": "due"}, {"sort": "priority"}):
            assert refusal(await ada.get(TASKS, params={**query, "cursor": text})) == INVALID


@pytest.mark.parametrize("direction", ["asc", "desc"])
@pytest.mark.parametrize("sort", ["order", "created", "title"])
async def test_what_is_added_or_removed_between_pages_disturbs_nothing_else(
    ada: Client, sort: str, direction: str
) -> None:
    tasks = [await ada.create_task(title=f"{number:02}") for number in range(9)]
    if direction == "desc":
        tasks.reverse()
    query: dict[str, Any] = {"sort": sort, "direction": direction, "limit": 3}
    first = (await ada.get(TASKS, params=query)).json()
    await ada.trash(tasks[0])
    await ada.trash(tasks[2])
    await ada.trash(tasks[4])
    new = await ada.create_task(title="05 and a half")

    rest = await walk(ada, **query, cursor=first["next_cursor"])

    assert [item["title"] for item in first["items"]] == [task.title for task in tasks[:3]]
    assert [task_id for task_id in rest if task_id != new.id] == [task.id for task in (tasks[3], *tasks[5:])]
    assert rest.count(new.id) <= 1


async def test_a_cursor_outlives_everything_that_it_came_after(ada: Client) -> None:
    tasks = [await ada.create_task() for _ in range(3)]
    cursor = await first_cursor(ada)
    for task in tasks:
        await ada.trash(task)
        assert (await ada.delete(f"/v1/trash/{task.id}")).status_code == 204

    response = await ada.get(TASKS, params={"cursor": cursor})

    assert response.json() == {"items": [], "next_cursor": None}
