"""Query strings and paths: nothing in them is ignored, guessed or repeated."""

import pytest

from client import Client, problem_of, refusal
from operations import MISSING_ID, Belongings, Operation, operations

MARKER = "qzvx"
PRIVATE = [operation for operation in operations() if not operation.is_public]
LISTS = [operation for operation in PRIVATE if "cursor" in operation.parameters]
ABOUT_A_ROW = [operation for operation in PRIVATE if operation.names_a_row]

pytestmark = pytest.mark.parametrize("api", ["plain"], indirect=True)  # how the tables are kept plays no part


@pytest.mark.parametrize("operation", [*operations()], ids=str)
async def test_an_unknown_parameter_is_refused(operation: Operation, ada: Client) -> None:
    belongings = await Belongings.of(ada)

    response = await ada.request(
        operation.method, belongings.path(operation), params={"fields": MARKER}, json=belongings.body(operation)
    )

    assert refusal(response) == (422, "invalid_request")
    assert [(error.location, error.pointer) for error in problem_of(response).errors] == [("query", "/fields")]
    assert MARKER not in response.text


@pytest.mark.parametrize("operation", LISTS, ids=str)
async def test_what_a_parameter_cannot_be_is_refused_and_not_repeated(operation: Operation, ada: Client) -> None:
    free = {"text", "label_any", "label_all"}
    for name, parameter in operation.parameters.items():
        if parameter["in"] != "query":
            continue
        for value in ("", "\0", *(() if name in free else (MARKER, "-1", "null", "[]", f"{MARKER}\N{SNOWMAN}"))):
            response = await ada.get(operation.path.format(task_id=MISSING_ID), params={name: value})

            expected = (400, "invalid_cursor") if name == "cursor" else (422, "invalid_request")
            assert refusal(response) == expected, (name, value)
            assert {error.pointer for error in problem_of(response).errors} <= {f"/{name}"}
            assert MARKER not in response.text


@pytest.mark.parametrize("operation", LISTS, ids=str)
async def test_one_value_is_one_value(operation: Operation, ada: Client) -> None:
    for name, parameter in operation.parameters.items():
        if parameter["in"] == "query" and parameter["schema"].get("type") != "array":
            path = operation.path.format(task_id=MISSING_ID)
            response = await ada.get(path, params=[(name, "1"), (name, "1")])
            assert refusal(response) == (422, "invalid_request"), name
            assert [error.pointer for error in problem_of(response).errors] == [f"/{name}"]


@pytest.mark.parametrize(
    "query", ["text=%", "text=%2", "text=%zz", "text=50%&limit=1", "text=%ff", "text=%ed%a0%80", "%c3=1", "text=%c0%80"]
)
async def test_a_query_has_to_be_encoded_properly(ada: Client, query: str) -> None:
    response = await ada.get("/v1/tasks", extensions={"target": f"/v1/tasks?{query}".encode()})

    assert refusal(response) == (422, "invalid_request")
    assert [error.location for error in problem_of(response).errors] == ["query"]


async def test_a_query_may_hold_any_character(ada: Client) -> None:
    text = "ä 100% +&=#?/\N{PILE OF POO}\n"
    await ada.create_task(title="Find", notes=f"...{text}...")

    assert await ada.titles(text=text) == ["Find"]
    assert await ada.titles(text="100%%") == []


@pytest.mark.parametrize("query", ["cursor=" + "a" * 30_000, "x=1&" * 15_000, "label_any=a&" * 5_000])
async def test_an_endless_query_is_refused_briefly(ada: Client, query: str) -> None:
    response = await ada.get(f"/v1/tasks?{query}")

    assert refusal(response) == (422, "invalid_request")
    assert len(response.content) < 1_000


@pytest.mark.parametrize(
    "written",
    [
        "1",
        "-",
        "null",
        "{0}x",
        " {0}",
        "{0}%20",
        "%7B{0}%7D",
        "urn:uuid:{0}",
        "hex",
        "%00",
        "%ff",
        "{0}%00",
        "%F0%9F%98%80",
        "..%2F..%2Fetc%2Fpasswd",
        "x" * 30_000,
    ],
)
async def test_an_id_has_one_spelling(ada: Client, written: str) -> None:
    belongings = await Belongings.of(ada)

    for operation in ABOUT_A_ROW:
        (name,) = (parameter for parameter in operation.parameters if parameter.endswith("_id"))
        entity_id = belongings.ids[name]
        odd = entity_id.replace("-", "") if written == "hex" else written.format(entity_id)
        path = operation.path.replace(f"{{{name}}}", odd)
        target = path.replace(" ", "%20").encode()
        body = belongings.body(operation)
        response = await ada.request(operation.method, operation.path[:10], json=body, extensions={"target": target})

        if "%2F" in written:
            assert refusal(response) == (404, "path_not_found")
        else:
            assert refusal(response) == (422, "invalid_request"), operation
            assert [(error.location, error.pointer) for error in problem_of(response).errors] == [("path", f"/{name}")]
            assert "xxxx" not in response.text


async def test_the_case_of_an_id_does_not_matter(ada: Client) -> None:
    task = await ada.create_task()

    assert (await ada.get(f"/v1/tasks/{str(task.id).upper()}")).json()["id"] == str(task.id)
    assert (await ada.task(await ada.create_task(parent_id=str(task.id).upper()))).parent_id == task.id
