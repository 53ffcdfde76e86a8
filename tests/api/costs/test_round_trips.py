"""How often a request asks the database: once, for every read and every write that is one statement."""

from uuid import uuid4

import pytest

from api.costs.measuring import Ask, Cost, Prepare, Tapped
from client import Client, if_match
from operations import Belongings, Operation, operations
from todo_api.sql.statement import Statement

pytestmark = pytest.mark.direct("the wire to PostgreSQL itself is read along")

ONCE = "BES"
"""A statement that is prepared is bound, executed, and that is all: no transaction is begun, nothing is reset."""
STREAM = "stream_events"
"""It lasts, and asks again and again."""
OTHERWISE = {
    "check_health": [],
    # what is there, and who stands beside it; then the move, unless something has changed
    **{f"move_{noun}": [ONCE, ONCE] for noun in ("task", "project", "section", "label")},
    # begin, lock the account, set a savepoint, do what is the same in one trip, release it, commit
    "run_batch": ["Q", ONCE, "Q", ONCE, "Q", "Q"],
    # begin, lock, look at the changes and at what came later, undo each under a savepoint, look for misfits, commit
    "undo_changes": ["Q", ONCE, ONCE, ONCE, "Q", ONCE, "Q", ONCE, "Q"],
    # the account; begin; of each of five kinds: say that all is wanted, declare, fetch twice, close; commit
    "export_account": [ONCE, "Q", *5 * ["Q", ONCE, ONCE, ONCE, "Q"], "Q"],
}
"""The round trips of the operations that take more than one or none."""


async def complete_family(ada: Client) -> Ask:
    parent, *_ = await ada.nested(3)
    return lambda: ada.put(f"/v1/tasks/{parent.id}/completion")


async def create_as_named(ada: Client) -> Ask:
    await ada.create_task()
    own_id = f"019a9d2e-6f00-7fff-8000-{uuid4().hex[:12]}"
    return lambda: ada.post("/v1/tasks", json={"id": own_id, "title": "Weed"})


async def create_labelled(ada: Client) -> Ask:
    await ada.create_label(name="home")
    return lambda: ada.post("/v1/tasks", json={"title": "Weed", "labels": ["home", "garden"]})


async def create_below(ada: Client) -> Ask:
    parent = await ada.create_task()
    return lambda: ada.post("/v1/tasks", json={"title": "Weed", "parent_id": str(parent.id)})


async def list_unchanged(ada: Client) -> Ask:
    await ada.create_task()
    etag = (await ada.get("/v1/tasks")).headers["etag"]
    return lambda: ada.get("/v1/tasks", headers={"If-None-Match": etag})


async def list_further(ada: Client) -> Ask:
    for _ in range(2):
        await ada.create_task()
    cursor = (await ada.get("/v1/tasks?limit=1")).json()["next_cursor"]
    return lambda: ada.get("/v1/tasks", params={"limit": "1", "cursor": cursor})


async def patch_as_expected(ada: Client) -> Ask:
    task = await ada.create_task()
    return lambda: ada.patch(f"/v1/tasks/{task.id}", json={"title": "Weed"}, headers=if_match(task))


async def patch_labels(ada: Client) -> Ask:
    task = await ada.create_task()
    return lambda: ada.patch(f"/v1/tasks/{task.id}", json={"labels": ["home"]})


async def patch_nothing(ada: Client) -> Ask:
    task = await ada.create_task()
    return lambda: ada.patch(f"/v1/tasks/{task.id}", json={})


async def reopen_completed(ada: Client) -> Ask:
    task = await ada.complete(await ada.create_task())
    return lambda: ada.delete(f"/v1/tasks/{task.id}/completion")


async def restore_trashed(ada: Client) -> Ask:
    task = await ada.create_task()
    await ada.trash(task)
    return lambda: ada.put(f"/v1/tasks/{task.id}/restoration")


async def restore_trashed_project(ada: Client) -> Ask:
    project = await ada.create_project()
    await ada.trash(project)
    return lambda: ada.put(f"/v1/projects/{project.id}/restoration")


async def create_under_key(ada: Client) -> Ask:
    await ada.create_task()
    return lambda: ada.post("/v1/tasks", json={"title": "Weed"}, headers={"Idempotency-Key": str(uuid4())})


SIMPLE = [
    *(complete_family, create_as_named, create_below, create_labelled, list_further, list_unchanged, patch_as_expected),
    *(patch_labels, patch_nothing, reopen_completed, restore_trashed, restore_trashed_project),
]


def about(operation: Operation) -> Prepare:
    async def prepare(ada: Client) -> Ask:
        belongings = await Belongings.of(ada)
        path, body = belongings.path(operation), belongings.body(operation)
        return lambda: ada.request(operation.method, path, json=body)

    return prepare


@pytest.mark.parametrize("operation", [each for each in operations() if str(each) != STREAM], ids=str)
async def test_an_operation_takes_one_round_trip_or_those_that_are_known(operation: Operation, tapped: Tapped) -> None:
    cost = await tapped.warm_cost(about(operation))

    assert cost.response.is_success, cost.response.text
    assert [trip.messages for trip in cost.trips] == OTHERWISE.get(str(operation), [ONCE])
    assert (cost.compiled, cost.prepared) == (0, 0)


@pytest.mark.parametrize("prepare", SIMPLE, ids=lambda prepare: prepare.__name__)
async def test_so_does_a_request_however_it_is_meant(prepare: Prepare, tapped: Tapped) -> None:
    cost = await tapped.warm_cost(prepare)

    assert cost.response.status_code in {200, 201, 304}, cost.response.text
    assert_single(cost)


async def test_a_stale_write_is_refused_in_one(tapped: Tapped) -> None:
    async def prepare(ada: Client) -> Ask:
        task = await ada.create_task()
        await ada.complete(task)
        return lambda: ada.patch(f"/v1/tasks/{task.id}", json={"title": "Weed"}, headers=if_match(task))

    cost = await tapped.warm_cost(prepare)

    assert cost.response.status_code == 412
    assert_single(cost)


async def test_a_key_costs_a_transaction(tapped: Tapped) -> None:
    cost = await tapped.warm_cost(create_under_key)

    # begin, look for an answer, lock the account, create, keep the answer, commit
    assert [trip.messages for trip in cost.trips] == ["Q", ONCE, ONCE, ONCE, ONCE, "Q"]


def assert_single(cost: Cost) -> None:
    assert [trip.messages for trip in cost.trips] == [ONCE]
    assert cost.sql[0] in {statement.sql for statement in Statement.registry}
    assert (cost.compiled, cost.prepared) == (0, 0)
