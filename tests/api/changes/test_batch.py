"""Batches: each operation does what its own request would have done, and they are one transaction."""

from typing import Any
from uuid import UUID

import pytest

from api.changes.batches import run, statuses
from change_log import Log
from client import Client, address, problem_of, refusal
from operations import MISSING_ID
from replica import things_of
from todo_api.batches import BatchRead
from todo_domain import TaskRead, new_id

MISSING = UUID(MISSING_ID)


def create(task_id: UUID, **fields: Any) -> dict[str, Any]:
    return {"op": "create_task", "body": {"id": str(task_id), "title": "new", **fields}}


def on(op: str, task_id: UUID, **more: Any) -> dict[str, Any]:
    return {"op": op, "id": str(task_id), **more}


async def test_later_operations_use_what_earlier_ones_made(ada: Client) -> None:
    project, section, parent, task, label = (new_id() for _ in range(5))

    batch = await run(
        ada,
        {"op": "create_project", "body": {"id": str(project), "name": "Garden"}},
        {"op": "create_section", "body": {"id": str(section), "project_id": str(project), "name": "Herbs"}},
        {"op": "create_label", "body": {"id": str(label), "name": "errand"}},
        create(parent, section_id=str(section), labels=["ERRAND"]),
        create(task, parent_id=str(parent)),
        on("update_task", task, body={"title": "changed"}),
        on("update_label", label, body={"name": "town"}),
        on("complete_task", parent),
    )

    assert statuses(batch) == [201, 201, 201, 201, 201, 200, 200, 200]
    assert batch.committed
    by_title = {task.title: task for task in await ada.tasks()}
    assert by_title["new"].labels == ["town"]
    assert {task.section_id for task in by_title.values()} == {section}
    assert all(task.completed_at for task in by_title.values())
    assert by_title["changed"].version == batch.results[7].version == batch.results[7].change_id


async def test_every_kind_of_operation(ada: Client) -> None:
    ids = {kind: [new_id(), new_id()] for kind in ("project", "section", "label", "task")}
    batch = await run(
        ada,
        *[
            {"op": f"create_{kind}", "body": {"id": str(row), **fields}}
            for kind, fields in (
                ("project", {"name": "Garden"}),
                ("section", {"name": "Herbs", "project_id": str(ids["project"][0])}),
                ("label", {"name": "errand"}),
                ("task", {"title": "Weed", "project_id": str(ids["project"][0])}),
            )
            for row in ids[kind]
            if (kind, row) != ("label", ids["label"][1])
        ],
        {"op": "create_label", "body": {"id": str(ids["label"][1]), "name": "town"}},
        *[on(f"update_{kind}", ids[kind][0], body={"title" if kind == "task" else "name": "changed"}) for kind in ids],
        *[on(f"move_{kind}", ids[kind][1], body={"before": str(ids[kind][0])}) for kind in ids],
        on("complete_task", ids["task"][0]),
        on("reopen_task", ids["task"][0]),
        on("trash_task", ids["task"][0]),
        on("restore_task", ids["task"][0]),
        on("trash_task", ids["task"][0]),
        on("purge_task", ids["task"][0]),
        on("delete_label", ids["label"][0]),
        on("delete_section", ids["section"][0]),
        on("trash_project", ids["project"][1]),
        on("restore_project", ids["project"][1]),
    )

    done = [201] * 8 + [200] * 8 + [200, 200, 204, 200, 204, 204, 204, 204, 204, 200]
    assert statuses(batch) == done
    changes = [result.change_id for result in batch.results]
    assert changes == list(range(changes[0] or 0, (changes[0] or 0) + len(changes)))
    things = await things_of(ada)
    assert {kind for kind, _ in things} == {"account", *ids}
    assert ("task", str(ids["task"][0])) not in things
    assert [project.name for project in await ada.projects()] == ["Inbox", "Garden", "changed"]


async def test_one_that_cannot_be_done_undoes_all(ada: Client, log: Log) -> None:
    task = await ada.create_task()
    before, version = await things_of(ada), (await ada.account()).version

    batch = await run(ada, create(new_id()), on("complete_task", MISSING), on("trash_task", task.id))

    assert not batch.committed
    assert statuses(batch) == [(424, "not_done"), (404, "task_not_found"), (424, "not_done")]
    assert await things_of(ada) == before
    assert await log.entries_since(version) == []


async def test_each_that_can_be_done_is(ada: Client) -> None:
    deepest = (await ada.nested(5))[-1]
    await ada.create_label(name="errand")
    made, inbox = [new_id() for _ in range(4)], (await ada.account()).inbox_id

    batch = await run(
        ada,
        create(made[0]),
        create(made[1], parent_id=str(deepest.id)),
        create(made[2], project_id=MISSING_ID),
        {"op": "create_label", "body": {"name": "ERRAND"}},
        on("trash_project", inbox),
        create(made[3]),
        on("update_task", deepest.id, body={"title": "mine"}, if_match=1),
        on("update_task", deepest.id, body={"title": "mine"}, if_match=deepest.version),
        mode="each",
    )

    assert batch.committed
    assert statuses(batch) == [
        201,
        (409, "too_deep"),
        (404, "project_not_found"),
        (409, "label_exists"),
        (409, "inbox_protected"),
        201,
        (412, "stale_version"),
        200,
    ]
    assert batch.results[6].version == deepest.version
    assert {task.id for task in await ada.tasks()} >= {made[0], made[3]}
    assert (await ada.now(deepest)).title == "mine"


async def test_the_same_create_twice_is_one(ada: Client) -> None:
    task = new_id()

    batch = await run(ada, create(task), create(task), create(task, title="other"), mode="each")

    assert statuses(batch) == [201, 200, (409, "id_taken")]
    assert [result.change_id is None for result in batch.results] == [False, True, True]


async def test_what_changes_nothing_is_no_change(ada: Client) -> None:
    task = await ada.create_task()

    batch = await run(ada, *(on(op, task.id) for op in ("reopen_task", "complete_task", "complete_task")))

    assert [result.change_id is None for result in batch.results] == [True, False, True]
    assert [result.version == task.version for result in batch.results] == [True, False, False]


MOVES: dict[str, list[tuple[int, dict[str, int]]]] = {
    "to the end": [(0, {}), (2, {}), (1, {})],
    "all before one": [(3, {"before": 0}), (4, {"before": 0}), (5, {"before": 0})],
    "all behind one": [(3, {"after": 0}), (4, {"after": 0}), (5, {"after": 0})],
    "each behind the one moved before": [(5, {"after": 0}), (3, {"after": 5}), (4, {"after": 3})],
    "before and behind the same": [(5, {"before": 2}), (0, {"after": 2}), (4, {"before": 2}), (1, {"after": 2})],
    "one several times": [(0, {"after": 5}), (0, {"before": 3}), (1, {"before": 0}), (0, {})],
    "into each other": [(1, {"parent_id": 0}), (2, {"parent_id": 1}), (3, {"parent_id": 2}), (4, {"parent_id": 1})],
    "with what is above": [(1, {"parent_id": 0}), (0, {"parent_id": 5}), (2, {"parent_id": 1}), (3, {"after": 1})],
    "in a ring": [(1, {"parent_id": 0}), (0, {"parent_id": 1}), (2, {"parent_id": 1})],
    "too deep": [(number + 1, {"parent_id": number}) for number in range(5)],
}


@pytest.mark.parametrize("moves", MOVES.values(), ids=MOVES)
async def test_moves_end_as_they_would_one_by_one(
    ada: Client, bob: Client, moves: list[tuple[int, dict[str, int]]]
) -> None:
    hers, his = [[await who.create_task(title=str(number)) for number in range(6)] for who in (ada, bob)]

    def body(tasks: list[TaskRead], place: dict[str, int]) -> dict[str, str]:
        return {name: str(tasks[number].id) for name, number in place.items()}

    alone = [await bob.put(f"{address(his[task])}/position", json=body(his, place)) for task, place in moves]
    batch = await run(
        ada, *(on("move_task", hers[task].id, body=body(hers, place)) for task, place in moves), mode="each"
    )

    assert [result.status for result in batch.results] == [response.status_code for response in alone]
    assert await outline(ada) == await outline(bob)


async def outline(client: Client) -> list[tuple[str, str | None, int]]:
    tasks = await client.tasks()
    titles = {task.id: task.title for task in tasks}
    return [(task.title, titles.get(task.parent_id) if task.parent_id else None, 0) for task in tasks]


async def test_a_batch_with_a_key_is_done_once(ada: Client) -> None:
    operations = [create(new_id()), on("complete_task", MISSING)]
    body = {"mode": "each", "operations": operations}
    headers = {"Idempotency-Key": "one"}

    first, again = [await ada.post("/v1/batch", json=body, headers=headers) for _ in range(2)]

    assert first.content == again.content
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Idempotency-Replayed"] == "true"
    assert BatchRead.model_validate_json(again.content).results[0].status == 201


async def test_nobody_elses_things(ada: Client, bob: Client) -> None:
    his = await bob.create_task()

    batch = await run(ada, *(on(op, his.id) for op in ("complete_task", "trash_task", "purge_task")), mode="each")

    assert statuses(batch) == [(404, "task_not_found")] * 3
    assert await bob.now(his) == his


async def test_what_is_wrong_with_it_is_pointed_at(ada: Client) -> None:
    operations = [
        create(new_id(), title=""),
        {"op": "unknown"},
        create(new_id(), due={"kind": "date", "date": "tomorrow"}),
        on("complete_task", MISSING, body={}),
        {"id": MISSING_ID},
    ]

    response = await ada.post("/v1/batch", json={"operations": operations})

    assert refusal(response) == (422, "invalid_request")
    assert [error.pointer for error in problem_of(response).errors] == [
        "/operations/0/body/title",
        "/operations/1/op",
        "/operations/2/body/due/date",
        "/operations/3/body",
        "/operations/4/op",
    ]


@pytest.mark.parametrize("count", [0, 101])
async def test_it_has_a_size(ada: Client, count: int) -> None:
    response = await ada.post("/v1/batch", json={"operations": [create(new_id()) for _ in range(count)]})

    assert refusal(response) == (422, "invalid_request")
