"""Creating labels: a name is unique for its user, whatever its case."""

import asyncio
from typing import Any

import pytest

from client import Client, address, refusal
from todo_domain import LabelRead, new_id

SAME = [
    ("errand", "ERRAND"),
    ("Straße", "STRASSE"),
    ("straße", "strasse"),
    ("\u0130stanbul", "i\u0307stanbul"),
    ("caf\u00e9", "cafe\u0301"),
    ("CAFE\u0301", "caf\u00e9"),
    ("ΣΊΣΥΦΟΣ", "σίσυφος"),
    ("\u1fb3", "\u0391\u0399"),
    ("\ufb03", "FFI"),
    ("\u212bngström", "\u00e5NGSTRÖM"),
    ("\U00010400", "\U00010428"),
]
DIFFERENT = [
    ("errand", "errands"),
    ("errand", " errand"),
    ("cafe", "caf\u00e9"),
    ("\u0131", "i"),
    ("\u0130", "i"),
    ("\uff21", "A"),
    ("1", "\u0661"),
    ("a\u200db", "ab"),
    ("%", "_"),
]


async def test_a_new_label_goes_to_the_end(ada: Client) -> None:
    await ada.create_label(name="home")

    response = await ada.post("/v1/labels", json={"name": " Errand ", "color": "#FFA500"})

    label = LabelRead.model_validate_json(response.content)
    assert response.status_code == 201
    assert response.headers["location"] == address(label)
    assert response.headers["etag"] == f'"{label.version}"'
    assert (label.name, label.color) == (" Errand ", "#FFA500")
    assert await ada.now(label) == label
    assert list(await ada.labels()) == ["home", " Errand "]


@pytest.mark.parametrize(("first", "second"), SAME)
async def test_names_that_differ_in_case_alone_are_one(first: str, second: str, ada: Client) -> None:
    await ada.create_label(name=first)

    response = await ada.post("/v1/labels", json={"name": second})

    assert refusal(response) == (409, "label_exists")
    assert list(await ada.labels()) == [first]


@pytest.mark.parametrize(("first", "second"), SAME)
async def test_a_task_gets_the_label_that_there_is(first: str, second: str, ada: Client) -> None:
    await ada.create_label(name=first)

    task = await ada.create_task(labels=[second])

    assert task.labels == [first]
    assert await ada.tasks(label_any=second) == await ada.tasks(label_all=first) == [task]
    assert list(await ada.labels()) == [first]


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
async def test_other_names_are_other_labels(first: str, second: str, ada: Client) -> None:
    await ada.create_label(name=first)
    await ada.create_label(name=second)

    assert list(await ada.labels()) == [first, second]


async def test_a_name_that_a_task_brought_is_taken(ada: Client) -> None:
    await ada.create_task(labels=["Errand"])

    response = await ada.post("/v1/labels", json={"name": "errand"})

    assert refusal(response) == (409, "label_exists")
    assert list(await ada.labels()) == ["Errand"]


async def test_a_name_that_somebody_else_uses_is_free(ada: Client, bob: Client) -> None:
    hers = await ada.create_label(name="errand")

    his = await bob.create_label(name="Errand", id=str(hers.id))

    assert list(await ada.labels()) == ["errand"]
    assert list(await bob.labels()) == ["Errand"]
    assert his.id == hers.id


async def test_two_made_at_once_are_one(ada: Client) -> None:
    spellings = ["errand", "Errand", "ERRAND", "eRRand"]

    responses = await asyncio.gather(*(ada.post("/v1/labels", json={"name": name}) for name in spellings))

    made = [response for response in responses if response.status_code == 201]
    refused = [response for response in responses if response.status_code != 201]
    assert len(made) == 1
    assert {refusal(response) for response in refused} == {(409, "label_exists")}
    assert list(await ada.labels()) == [made[0].json()["name"]]


async def test_a_create_with_an_id_can_be_repeated(ada: Client) -> None:
    body = {"id": str(new_id()), "name": "errand"}

    first, again = await ada.post("/v1/labels", json=body), await ada.post("/v1/labels", json=body)
    in_capitals = await ada.post("/v1/labels", json=body | {"name": "ERRAND"})
    other_id = await ada.post("/v1/labels", json=body | {"id": str(new_id())})

    assert (first.status_code, again.status_code) == (201, 200)
    assert again.content == first.content
    assert refusal(in_capitals) == (409, "id_taken")
    assert refusal(other_id) == (409, "label_exists")


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        *(({"name": name}, "/name") for name in ("", "\u3000 ", "x" * 101, "a\x00", None, 1)),
        ({"color": "#000000"}, "/name"),
        ({"name": "errand", "color": "orange"}, "/color"),
        ({"name": "errand", "key": "errand"}, "/key"),
    ],
    ids=repr,
)
async def test_what_is_not_valid_is_refused_and_pointed_at(fields: dict[str, Any], pointer: str, ada: Client) -> None:
    response = await ada.post("/v1/labels", json=fields)

    assert refusal(response) == (422, "invalid_request")
    assert [error["pointer"] for error in response.json()["errors"]] == [pointer]


async def test_the_longest_name_fits_even_where_folding_makes_it_longer(ada: Client) -> None:
    label = await ada.create_label(name="\u0390" * 100)

    assert await ada.now(label) == label
