"""What goes in: absent, null and given are three things, and nothing is converted."""

from typing import Any
from uuid import UUID

import pytest
from pydantic import MISSING, BaseModel, ValidationError
from sqlalchemy import Column, Integer, MetaData, Table

from todo_domain import (
    AccountUpdate,
    LabelCreate,
    LabelUpdate,
    ProjectCreate,
    ProjectUpdate,
    SectionCreate,
    SectionUpdate,
    Task,
    TaskCreate,
    TaskMove,
    TaskRead,
    TaskUpdate,
    new_id,
)
from todo_domain.documents import document_columns
from todo_domain.schemas import Create, Output, Place

UPDATES: list[type[BaseModel]] = [AccountUpdate, LabelUpdate, ProjectUpdate, SectionUpdate, TaskUpdate]
CLEARABLE = {"due", "start_date", "deadline_date", "duration_minutes", "color"}
ID = "019a9d2e-6f00-7001-8000-5b1c7d3e9f42"


@pytest.mark.parametrize("update", UPDATES)
def test_a_field_that_is_left_out_is_missing_and_not_null(update: type[BaseModel]) -> None:
    empty = update.model_validate_json("{}")

    assert {name: getattr(empty, name) for name in update.model_fields} == dict.fromkeys(update.model_fields, MISSING)
    assert empty.model_dump() == {}


@pytest.mark.parametrize(("update", "name"), [(update, name) for update in UPDATES for name in update.model_fields])
def test_null_clears_what_can_be_without_and_nothing_else(update: type[BaseModel], name: str) -> None:
    if name in CLEARABLE:
        assert update.model_validate_json(f'{{"{name}": null}}').model_dump() == {name: None}
    else:
        with pytest.raises(ValidationError):
            update.model_validate_json(f'{{"{name}": null}}')


def test_what_can_be_updated_can_be_created_with() -> None:
    for create, update in (
        (TaskCreate, TaskUpdate),
        (ProjectCreate, ProjectUpdate),
        (SectionCreate, SectionUpdate),
        (LabelCreate, LabelUpdate),
    ):
        assert update.model_fields.keys() <= create.model_fields.keys()


@pytest.mark.parametrize(
    ("schema", "body"),
    [
        (TaskCreate, '{"title": "Weed", "duration_minutes": "30"}'),
        (TaskCreate, '{"title": "Weed", "duration_minutes": 30.0}'),
        (TaskCreate, '{"title": "Weed", "labels": {"0": "a"}}'),
        (TaskCreate, '{"title": "Weed", "status": "open"}'),
        (TaskCreate, '{"title": 5}'),
        (TaskCreate, f'{{"title": "Weed", "parent_id": "{ID}", "project_id": "{ID}"}}'),
        (TaskCreate, f'{{"title": "Weed", "parent_id": "{ID}", "section_id": "{ID}"}}'),
        (ProjectUpdate, '{"archived": "yes"}'),
        (ProjectUpdate, '{"archived": 1}'),
        (Place, f'{{"before": "{ID}", "after": "{ID}"}}'),
        (Place, '{"before": null}'),
        (TaskMove, f'{{"project_id": "{ID}", "parent_id": "{ID}"}}'),
        (TaskMove, f'{{"section_id": "{ID}", "project_id": "{ID}"}}'),
    ],
)
def test_what_is_almost_right_is_refused(schema: type[BaseModel], body: str) -> None:
    with pytest.raises(ValidationError):
        schema.model_validate_json(body)


def test_a_request_does_not_change_once_it_was_read() -> None:
    request: Any = TaskCreate(title="Weed")

    with pytest.raises(ValidationError, match="frozen"):
        request.title = "Sow"


FIELDS: dict[str, Any] = {
    "title": "Weed",
    "notes": "by hand",
    "priority": "low",
    "due": {"kind": "date", "date": "2026-11-21"},
    "start_date": "2026-11-20",
    "deadline_date": "2026-11-30",
    "duration_minutes": 30,
    "labels": ["a", "b"],
    "project_id": ID,
}


def digest(**fields: Any) -> bytes:
    return TaskCreate.model_validate(fields, strict=False).request_hash()


def test_the_same_request_has_the_same_digest() -> None:
    again = dict(reversed(FIELDS.items()))

    assert digest(**FIELDS) == digest(**again) == digest(**FIELDS, id=str(new_id()))
    assert digest(title="Weed") == digest(title=" Weed ", notes="", labels=[], due=None), "they mean the same"
    assert len(digest(**FIELDS)) == 16


def test_the_digest_is_the_same_in_a_year() -> None:
    """It is kept in the database: a request repeated after an upgrade is still the same request."""
    assert digest(**FIELDS).hex() == "eb924409824f2d405437ef0547d080b3"


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_counts_for_the_digest(name: str) -> None:
    others = {
        "title": "Sow",
        "notes": "",
        "priority": "high",
        "due": {"kind": "floating", "datetime": "2026-11-21T00:00:00"},
        "start_date": None,
        "deadline_date": "2026-11-20",
        "duration_minutes": 31,
        "labels": ["b", "a"],
        "project_id": str(UUID(int=UUID(ID).int + 1)),
    }

    assert digest(**FIELDS | {name: others[name]}) != digest(**FIELDS)


def test_every_create_can_be_repeated() -> None:
    for create in (TaskCreate, ProjectCreate, SectionCreate, LabelCreate):
        assert issubclass(create, Create)


def test_a_field_that_no_column_and_no_rule_makes_is_noticed() -> None:
    class TaskReadTomorrow(Output):
        title: str
        mood: str
        weather: str

    columns = Table("task", MetaData(), Column("title", Integer)).c

    with pytest.raises(LookupError, match="TaskReadTomorrow has fields that nothing computes: mood, weather"):
        document_columns(TaskReadTomorrow, columns)


def test_a_document_has_the_schema_s_fields_in_their_order() -> None:
    columns = document_columns(TaskRead, Task.__table__.columns)  # type: ignore[attr-defined]  # SQLModel hides it

    assert [column.name for column in columns] == list(TaskRead.model_fields)
