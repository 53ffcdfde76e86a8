"""Creating tasks: the fields."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from client import Client, refusal
from todo_domain import Priority, Status, TaskRead
from todo_domain.types import LABELS_PER_TASK


async def test_a_new_task_goes_into_the_inbox(ada: Client) -> None:
    task = await ada.create_task(title="  Water the tomatoes ")

    assert task.title == "Water the tomatoes"
    assert task.project_id == (await ada.account()).inbox_id
    assert await ada.tasks() == [task]


async def test_a_title_is_enough(ada: Client) -> None:
    before = datetime.now(UTC)

    task = await ada.create_task(title="Water the tomatoes")

    assert (task.notes, task.status, task.priority, task.labels) == ("", Status.OPEN, Priority.NONE, [])
    assert (task.due, task.start_date, task.deadline_date, task.duration_minutes) == (None, None, None, None)
    assert (task.section_id, task.parent_id, task.completed_at, task.deleted_at) == (None, None, None, None)
    assert before <= task.created_at == task.updated_at <= datetime.now(UTC)
    assert task.id.version == 7


async def test_a_new_task_is_answered_with_its_address_and_its_version(ada: Client) -> None:
    response = await ada.post("/v1/tasks", json={"title": "Water the tomatoes"})

    task = TaskRead.model_validate_json(response.content)
    assert response.status_code == 201
    assert response.headers["location"] == f"/v1/tasks/{task.id}"
    assert response.headers["etag"] == f'"{task.version}"'
    assert (await ada.get(response.headers["location"])).content == response.content


async def test_every_field_comes_back(ada: Client) -> None:
    task = await ada.create_task(
        title="Water the tomatoes",
        notes="Twice a *day*\n",
        priority="urgent",
        due={"kind": "date", "date": "2026-12-24"},
        start_date="2026-12-20",
        deadline_date="2026-12-31",
        duration_minutes=45,
        labels=["garden", "Water"],
    )

    assert (task.notes, task.priority, task.duration_minutes) == ("Twice a *day*\n", Priority.URGENT, 45)
    assert (task.start_date, task.deadline_date) == (date(2026, 12, 20), date(2026, 12, 31))
    assert task.labels == ["garden", "Water"]
    assert await ada.task(task) == task


@pytest.mark.parametrize("field", ["notes", "labels", "title"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Cafe\N{COMBINING ACUTE ACCENT} is not Caf\N{LATIN SMALL LETTER E WITH ACUTE}", id="combining"),
        pytest.param("👩🏽\N{ZERO WIDTH JOINER}🚒 👨‍👩‍👧‍👦", id="joined emoji"),
        pytest.param("\N{RIGHT-TO-LEFT OVERRIDE}שלום مرحبا\N{POP DIRECTIONAL FORMATTING}", id="right to left"),
        pytest.param("one\N{LINE SEPARATOR}two\N{PARAGRAPH SEPARATOR}three\r\nfour\tfive", id="line ends"),
        pytest.param("\x01\x1f\x7f\x85.\N{ZERO WIDTH NO-BREAK SPACE}\U0010ffff\uffff", id="controls"),
        pytest.param("""\\'";--$1 %s {0} <b>&amp;</b> \\u0000""", id="syntax"),
    ],
)
async def test_text_comes_back_unchanged(ada: Client, field: str, text: str) -> None:
    task = await ada.create_task(**{"title": "Text", field: [text] if field == "labels" else text})

    stored = task.labels[0] if field == "labels" else getattr(task, field)
    assert stored == text


async def test_only_a_title_is_trimmed(ada: Client) -> None:
    space = " \t\r\n\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}\N{LINE SEPARATOR}"

    task = await ada.create_task(title=f"{space}a  b{space}", notes=f"{space}a{space}", labels=[f"{space}a{space}"])

    assert (task.title, task.notes, task.labels) == ("a  b", f"{space}a{space}", [f"{space}a{space}"])


@pytest.mark.parametrize(
    ("field", "longest"),
    [
        ("title", "\N{FIRE}" * 500),
        ("notes", "\N{FIRE}" * 16_384),
        ("labels", [f"{number:0>100}" for number in range(LABELS_PER_TASK)]),
        ("duration_minutes", 525_600),
        ("start_date", "2999-12-31"),
    ],
)
async def test_the_most_that_fits_is_taken(ada: Client, field: str, longest: Any) -> None:
    created = await ada.post("/v1/tasks", json={"title": "Big", field: longest})

    assert created.status_code == 201
    assert (await ada.get(created.headers["location"])).json()[field] == longest


async def test_trimming_comes_before_counting(ada: Client) -> None:
    task = await ada.create_task(title=" " * 500 + "x" * 500 + " " * 500)

    assert task.title == "x" * 500


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"title": "x" * 501}, "/title"),
        ({"title": " \N{NO-BREAK SPACE}\n"}, "/title"),
        ({"title": None}, "/title"),
        ({"title": 5}, "/title"),
        ({"notes": "x" * 16_385}, "/notes"),
        ({"notes": None}, "/notes"),
        ({"title": "a\0b"}, "/title"),
        ({"notes": "\0"}, "/notes"),
        ({"labels": ["garden", "a\0"]}, "/labels/1"),
        ({"labels": ["x" * 101]}, "/labels/0"),
        ({"labels": [" "]}, "/labels/0"),
        ({"labels": ["Straße", "STRASSE"]}, "/labels"),
        ({"labels": [str(number) for number in range(LABELS_PER_TASK + 1)]}, "/labels"),
        ({"labels": "garden"}, "/labels"),
        ({"priority": "Urgent"}, "/priority"),
        ({"priority": 4}, "/priority"),
        ({"start_date": "2999-12-31T00:00:00"}, "/start_date"),
        ({"start_date": "3000-01-01"}, "/start_date"),
        ({"deadline_date": "1899-12-31"}, "/deadline_date"),
        ({"deadline_date": "2026-02-29"}, "/deadline_date"),
        ({"deadline_date": "0"}, "/deadline_date"),
        ({"deadline_date": 0}, "/deadline_date"),
        ({"duration_minutes": 0}, "/duration_minutes"),
        ({"duration_minutes": 525_601}, "/duration_minutes"),
        ({"duration_minutes": 10**30}, "/duration_minutes"),
        ({"duration_minutes": "30"}, "/duration_minutes"),
        ({"duration_minutes": 30.0}, "/duration_minutes"),
        ({"duration_minutes": True}, "/duration_minutes"),
        ({"project_id": "inbox"}, "/project_id"),
        ({"status": "completed"}, "/status"),
        ({"a/b~c": 1}, "/a~1b~0c"),
    ],
    ids=str,
)
async def test_what_is_out_of_bounds_is_refused_where_it_is(ada: Client, fields: Any, pointer: str) -> None:
    response = await ada.post("/v1/tasks", json={"title": "Bounds"} | fields)

    assert refusal(response) == (422, "invalid_request")
    assert [(error["location"], error["pointer"]) for error in response.json()["errors"]] == [("body", pointer)]
    assert await ada.tasks() == []


@pytest.mark.parametrize("surrogate", [r"\ud83d", r"\udd25", r"\udd25\ud83d", r"\ud83dx"])
@pytest.mark.parametrize("body", ['{"title": "%s"}', '{"title": "x", "labels": ["%s"]}', '{"title": "x", "%s": 1}'])
async def test_half_a_character_is_refused(ada: Client, body: str, surrogate: str) -> None:
    headers = {"Content-Type": "application/json"}

    response = await ada.post("/v1/tasks", content=body % surrogate, headers=headers)

    assert refusal(response) == (422, "invalid_request")
    assert await ada.tasks() == []
