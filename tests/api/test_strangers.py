"""What is somebody else's is as nothing: the same bytes and headers, wherever its name can be written."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import httpx2
import pytest

from api.test_access import everything_of, headers
from client import Client, refusal
from operations import DOCUMENT, MISSING_ID, Belongings, Operation, operations
from todo_domain import new_id

SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
PRIVATE = [operation for operation in operations() if not operation.is_public]
ABOUT_A_ROW = [operation for operation in PRIVATE if operation.names_a_row]
READS = [each for each in PRIVATE if each.method == "GET" and str(each) != "stream_events"]
WRITES = [each for each in PRIVATE if each.method != "GET" and str(each) != "delete_account"]
WITH_CURSOR = [each for each in PRIVATE if each.parameters.keys() & {"cursor", "after"}]
CREATES = [each for each in PRIVATE if (each.body_schema or "").endswith("Create")]
BATCHED = [
    SCHEMAS[one["$ref"].rpartition("/")[2]] for one in SCHEMAS["Batch"]["properties"]["operations"]["items"]["oneOf"]
]
BODIES: dict[str, dict[str, Any]] = {
    "TaskCreate": {"title": "Weed"},
    "ProjectCreate": {"name": "Balcony"},
    "SectionCreate": {"name": "Herbs"},
    "LabelCreate": {"name": "soon"},
}


def kind_of(operation: dict[str, Any]) -> str:
    return str(operation["properties"]["op"]["const"])


def batches(operation: dict[str, Any], hers: Belongings, his: Belongings) -> Iterator[tuple[dict[str, Any], str]]:
    """The operation of a batch, once with each of the ids that it can hold being hers, and that id."""
    kind = kind_of(operation)
    noun = kind.rpartition("_")[2]
    properties = operation["properties"]
    own: dict[str, Any] = {"op": kind}
    if "id" in properties:
        name = "discarded_id" if kind in {"restore_task", "purge_task"} else f"{noun}_id"
        own["id"] = his.ids[name]
    if "body" in properties:
        schema = properties["body"]["$ref"].rpartition("/")[2]
        own["body"] = dict(BODIES.get(schema, {}))
        siblings = {"before": f"{noun}_id", "after": f"{noun}_id", "parent_id": "task_id"}
        for field in SCHEMAS[schema]["properties"]:
            if field in {"project_id", "section_id", *siblings}:
                chosen = hers.ids[siblings.get(field, field)]
                yield own | {"body": own["body"] | {field: chosen}}, chosen
        if schema == "SectionCreate":
            own["body"]["project_id"] = his.ids["project_id"]
    if "id" in own:
        yield own | {"id": hers.ids[name]}, hers.ids[name]
        yield own | {"id": hers.ids[name], "if_match": 1}, hers.ids[name]


def same(foreign: httpx2.Response, missing: httpx2.Response, chosen: str = MISSING_ID) -> bool:
    """Whether two answers differ in nothing but the id that was asked for."""
    alike = foreign.content.replace(chosen.encode(), MISSING_ID.encode()) == missing.content
    return alike and (foreign.status_code, headers(foreign)) == (missing.status_code, headers(missing))


def without_time(response: httpx2.Response) -> object:
    """The bytes, but for the cursor of a feed: it says when it was given out."""
    if not response.url.path.startswith("/v1/changes"):
        return response.content
    return {name: value for name, value in response.json().items() if name != "next_cursor"}


def replaced(value: Any, chosen: str) -> Any:
    """The same with an id that nothing has in its place."""
    if isinstance(value, dict):
        return {name: replaced(each, chosen) for name, each in value.items()}
    return MISSING_ID if value == chosen else value


@pytest.mark.parametrize("operation", BATCHED, ids=kind_of)
async def test_in_a_batch(operation: dict[str, Any], ada: Client, bob: Client) -> None:
    hers, his = await Belongings.of(ada), await Belongings.of(bob)
    before = await everything_of(ada), await everything_of(bob)

    for written, chosen in batches(operation, hers, his):
        for mode in ("atomic", "each"):
            foreign, missing = [
                await bob.post("/v1/batch", json={"mode": mode, "operations": [each]})
                for each in (written, replaced(written, chosen))
            ]
            assert [result["status"] for result in foreign.json()["results"]] == [404], written
            assert same(foreign, missing, chosen), written
    assert (await everything_of(ada), await everything_of(bob)) == before


@pytest.mark.parametrize("operation", [each for each in ABOUT_A_ROW if each.method != "GET"], ids=str)
async def test_behind_a_precondition(operation: Operation, ada: Client, bob: Client) -> None:
    hers, his = await Belongings.of(ada), await Belongings.of(bob)
    paths = hers.path(operation), Belongings(bob, dict.fromkeys(hers.ids, MISSING_ID)).path(operation)

    for precondition in ('"1"', "*", "", f'"{(await ada.account()).version}"'):
        foreign, missing = [
            await bob.request(operation.method, path, json=his.body(operation), headers={"If-Match": precondition})
            for path in paths
        ]
        assert foreign.status_code == 404
        assert same(foreign, missing), precondition


@pytest.mark.parametrize("operation", WITH_CURSOR, ids=str)
async def test_cursors(operation: Operation, ada: Client, bob: Client) -> None:
    for person in (ada, bob):
        for _ in range(2):
            await Belongings.of(person)
    hers, his = await Belongings.of(ada), await Belongings.of(bob)
    task = hers.ids["task_id"]
    assert (await ada.patch(f"/v1/tasks/{task}", json={"title": "Sow"})).is_success
    source = "/v1/changes" if "after" in operation.parameters else hers.path(operation)
    cursor = (await ada.get(source, params={"limit": 1})).json()["next_cursor"]
    name = "after" if "after" in operation.parameters else "cursor"

    path = operation.path.format(**his.ids)
    foreign, damaged = [await bob.get(path, params={name: each}) for each in (cursor, f"{cursor[:-2]}AA")]

    assert refusal(foreign) == (400, "invalid_cursor")
    assert same(foreign, damaged)
    if str(operation) == "stream_events":
        foreign, damaged = [
            await bob.get(path, headers={"Last-Event-ID": each}) for each in (cursor, f"{cursor[:-2]}AA")
        ]
        assert refusal(foreign) == (400, "invalid_cursor")
        assert same(foreign, damaged)
    if operation.names_a_row:
        foreign, missing = [
            await bob.get(operation.path.format(task_id=each), params={name: cursor}) for each in (task, MISSING_ID)
        ]
        assert foreign.status_code in {400, 404}
        assert same(foreign, missing)


@pytest.mark.parametrize("operation", [each for each in ABOUT_A_ROW if each.method != "GET"], ids=str)
async def test_under_an_idempotency_key_that_its_owner_has_used(operation: Operation, ada: Client, bob: Client) -> None:
    hers, his = await Belongings.of(ada), await Belongings.of(bob)
    path, key = hers.path(operation), {"Idempotency-Key": str(new_id())}
    done = await ada.request(operation.method, path, json=hers.body(operation), headers=key)
    assert done.is_success

    foreign = await bob.request(operation.method, path, json=hers.body(operation), headers=key)
    missing = await bob.request(
        operation.method,
        Belongings(bob, dict.fromkeys(hers.ids, MISSING_ID)).path(operation),
        json=his.body(operation),
        headers={"Idempotency-Key": str(new_id())},
    )

    assert foreign.status_code == 404
    assert same(foreign, missing)


@pytest.mark.parametrize("operation", CREATES, ids=str)
async def test_as_the_id_of_something_new(operation: Operation, ada: Client, bob: Client) -> None:
    his, schema = await Belongings.of(bob), str(operation.body_schema)
    entity_id = str(new_id())
    project = {"project_id": (await Belongings.of(ada)).ids["project_id"]} if schema == "SectionCreate" else {}
    first = await ada.post(operation.path, json=BODIES[schema] | project | {"id": entity_id})
    before = await everything_of(ada)

    other = {} if schema == "TaskCreate" else {"name": "other"}
    taken, free = [
        await bob.post(operation.path, json=(his.body(operation) or {}) | {"id": each, **named})
        for each, named in ((entity_id, {}), (str(new_id()), other))
    ]

    assert [first.status_code, taken.status_code, free.status_code] == [201, 201, 201]
    assert taken.headers.keys() == free.headers.keys()
    assert await everything_of(ada) == before


async def test_the_names_of_labels(ada: Client, bob: Client) -> None:
    hers = await ada.create_label(name="secret")
    await ada.create_task(labels=["secret"])
    await bob.create_task()

    for parameter in ("label_any", "label_all"):
        foreign, missing = [await bob.get("/v1/tasks", params={parameter: each}) for each in ("secret", "nothing")]
        assert foreign.json()["items"] == []
        assert same(foreign, missing)
    assert (await bob.create_task(labels=["SECRET"])).labels == ["SECRET"]
    assert UUID(str((await bob.labels())["SECRET"].id)) != hers.id
    assert (await ada.labels())["secret"] == hers.model_copy(update={"version": (await ada.now(hers)).version})


async def test_changes_to_undo(ada: Client, bob: Client) -> None:
    hers, his = await Belongings.of(ada), await Belongings.of(bob)
    before = await everything_of(ada), await everything_of(bob)

    for others in ([], [his.change_id]):
        foreign, missing = [
            await bob.post("/v1/undo", json={"change_ids": [*others, each]}) for each in (hers.change_id, 2**53 - 1)
        ]
        assert refusal(foreign) == (404, "change_not_found")
        assert same(foreign, missing)
    assert (await everything_of(ada), await everything_of(bob)) == before


@pytest.mark.parametrize("operation", WRITES, ids=str)
async def test_whatever_one_writes_another_reads_as_before(operation: Operation, ada: Client, bob: Client) -> None:
    hers, his = await Belongings.of(ada), await Belongings.of(bob)

    async def everything_read() -> list[tuple[int, object, dict[str, str]]]:
        answers = [await bob.get(his.path(each)) for each in READS]
        return [(answer.status_code, without_time(answer), headers(answer)) for answer in answers]

    before = await everything_read()
    written = await ada.request(operation.method, hers.path(operation), json=hers.body(operation))

    assert written.is_success
    assert await everything_read() == before
