"""The access matrix: every operation, with no token, with one's own, on somebody else's rows and on none."""

import json

import httpx2
import pytest

from client import Client
from operations import MISSING_ID, Belongings, Operation, operations
from running import Api

PRIVATE = [operation for operation in operations() if not operation.is_public]
LISTS = [operation for operation in PRIVATE if "cursor" in operation.parameters and not operation.names_a_row]
VARYING = {"date", "ratelimit", "x-request-id"}
"""Headers that have another value on every answer."""
ABOUT_A_ROW = [operation for operation in PRIVATE if operation.names_a_row]


def test_only_health_is_public() -> None:
    assert {operation.path for operation in operations() if operation.is_public} == {"/healthz", "/readyz"}


@pytest.mark.parametrize("operation", PRIVATE, ids=str)
async def test_nobody_gets_in_without_a_token(operation: Operation, ada: Client, api: Api) -> None:
    belongings = await Belongings.of(ada)
    before = await everything_of(ada)

    async with api.http(None) as nobody:
        response = await nobody.request(operation.method, belongings.path(operation), json=belongings.body(operation))

    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"
    assert response.json()["code"] == "token_missing"
    assert await everything_of(ada) == before


@pytest.mark.parametrize("operation", PRIVATE, ids=str)
async def test_the_owner_gets_in(operation: Operation, ada: Client) -> None:
    belongings = await Belongings.of(ada)
    belongings = await Belongings.of(ada)

    response = await send(ada, operation, belongings.path(operation), belongings)

    assert response.is_success, response.text
    assert str(response.status_code) in operation.spec["responses"]


@pytest.mark.parametrize("operation", ABOUT_A_ROW, ids=str)
async def test_somebody_elses_row_is_no_row(operation: Operation, ada: Client, bob: Client) -> None:
    hers, his = await Belongings.of(ada), await Belongings.of(bob)
    before = await everything_of(ada)

    foreign = await send(bob, operation, hers.path(operation), his)
    missing = await send(bob, operation, operation.path.format_map(Missing()), his)

    assert foreign.status_code == missing.status_code == 404
    assert foreign.content == missing.content
    assert headers(foreign) == headers(missing)
    assert await everything_of(ada) == before


@pytest.mark.parametrize("operation", [operation for operation in PRIVATE if operation.body_schema], ids=str)
async def test_somebody_elses_ids_in_a_body_are_no_ids(operation: Operation, ada: Client, bob: Client) -> None:
    hers, his = await Belongings.of(ada), await Belongings.of(bob)
    before = await everything_of(ada)

    for name, foreign_id in references(operation, hers):
        answers = [
            await bob.request(
                operation.method, his.path(operation), json=without_places(his.body(operation)) | {name: chosen}
            )
            for chosen in (foreign_id, MISSING_ID)
        ]
        assert [answer.status_code for answer in answers] == [404, 404], (name, answers[0].text)
        assert answers[0].content == answers[1].content
    assert await everything_of(ada) == before


@pytest.mark.parametrize("operation", LISTS, ids=str)
async def test_somebody_elses_ids_in_a_query_are_no_ids(operation: Operation, ada: Client, bob: Client) -> None:
    hers = await Belongings.of(ada)
    await bob.account()

    for name in operation.parameters.keys() & {"project_id", "section_id", "parent_id"}:
        foreign_id = hers.ids["task_id" if name == "parent_id" else name]
        answers = [await bob.get(operation.path, params={name: chosen}) for chosen in (foreign_id, MISSING_ID)]
        assert [answer.status_code for answer in answers] == [404, 404], name
        assert answers[0].content == answers[1].content


@pytest.mark.parametrize("operation", LISTS, ids=str)
async def test_lists_show_nothing_of_anybody_else(operation: Operation, ada: Client, bob: Client) -> None:
    hers = await Belongings.of(ada)
    await Belongings.of(bob)

    for query in ({}, {"trash": "true"}) if "trash" in operation.parameters else ({},):
        items = (await bob.get(operation.path, params=query)).json()["items"]
        assert items
        assert not {item["id"] for item in items} & set(hers.ids.values())


@pytest.mark.parametrize("operation", LISTS, ids=str)
async def test_somebody_elses_cursor_is_no_cursor(operation: Operation, ada: Client, bob: Client) -> None:
    for owner in (ada, bob):
        for _ in range(2):
            await Belongings.of(owner)
    hers = (await ada.get(operation.path, params={"limit": 1})).json()["next_cursor"]

    response = await bob.get(operation.path, params={"limit": 1, "cursor": hers})

    assert (response.status_code, response.json()["code"]) == (400, "invalid_cursor")


async def send(person: Client, operation: Operation, path: str, belongings: Belongings) -> httpx2.Response:
    return await person.request(operation.method, path, json=belongings.body(operation))


async def everything_of(person: Client) -> list[object]:
    return [json.loads(line) for line in (await person.get("/v1/account/export")).text.splitlines()]


def headers(response: httpx2.Response) -> dict[str, str]:
    """All but what differs from one request to the next, whatever is asked for."""
    return {name: value for name, value in response.headers.items() if name not in VARYING}


def references(operation: Operation, belongings: Belongings) -> list[tuple[str, str]]:
    """The fields of a body that name a row, each with a row that it could name."""
    about = operation.path.split("/")[2].removesuffix("s")
    sibling = belongings.ids.get(f"{about}_id", "")
    match operation.body_schema:
        case "TaskCreate" | "TaskMove" as schema:
            places = [(name, belongings.ids[name]) for name in ("project_id", "section_id")]
            siblings = [("before", sibling), ("after", sibling)] if schema == "TaskMove" else []
            return [*places, ("parent_id", belongings.ids["task_id"]), *siblings]
        case "SectionCreate":
            return [("project_id", belongings.ids["project_id"])]
        case "Place":
            return [("before", sibling), ("after", sibling)]
        case _:
            return []


def without_places(body: dict[str, object] | None) -> dict[str, object]:
    return {name: value for name, value in (body or {}).items() if name != "project_id"}


class Missing(dict[str, str]):
    """An id that nothing has, whatever it is called."""

    def __missing__(self, name: str) -> str:
        return MISSING_ID
