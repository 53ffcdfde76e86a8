"""The lists of tasks, projects, sections and labels, by what they are filtered and sorted by."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Annotated, Any

from pydantic import AwareDatetime, Field, NaiveDatetime, StringConstraints, TypeAdapter
from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Date,
    SmallInteger,
    Text,
    Uuid,
    cast,
    collate,
    false,
    func,
    or_,
    select,
    true,
    type_coerce,
)
from sqlalchemy import literal_column as sql

from todo_api.queries import Sort
from todo_api.sql.pages import SortKey, page
from todo_api.sql.statement import Statement
from todo_api.sql.tables import LABEL, PROJECT, SECTION, TASK, USER, given
from todo_api.sql.write import some
from todo_domain import LabelRead, Priority, ProjectRead, SectionRead, TaskRead
from todo_domain.models.columns import Key
from todo_domain.types import ANY_TEXT, FIRST_DAY, Position

_UNICODE = "pg_c_utf8"
"""Case as Unicode has it and order by code point, whatever locale the database was made in."""
_LATEST: ColumnElement[Any] = sql("'infinity'::timestamp")
_EARLIEST: ColumnElement[Any] = sql("'-infinity'::timestamp")
_DUE = func.coalesce(TASK.c.due_at, _LATEST)
_LABEL_KEYS = {name: given(name, ARRAY(Key)) for name in ("label_any", "label_all")}


def _label_names(keys: ColumnElement[Any]) -> ColumnElement[Any]:
    """The names, as tasks carry them, of the labels with these keys."""
    named = select(func.coalesce(func.array_agg(LABEL.c.name), sql("'{}'::text[]")))
    return named.where(LABEL.c.user_id == USER, LABEL.c.key == func.any(keys)).scalar_subquery()


def _contains(text: ColumnElement[Any]) -> ColumnElement[bool]:
    return or_(*(collate(column, _UNICODE).ilike(text) for column in (TASK.c.title, TASK.c.notes)))


_TEXT: TypeAdapter[Any] = TypeAdapter(Annotated[str, StringConstraints(pattern=ANY_TEXT)])
_RANK: TypeAdapter[Any] = TypeAdapter(Annotated[int, Field(ge=0, lt=len(Priority))])
_WALL_CLOCK: TypeAdapter[Any] = TypeAdapter(NaiveDatetime)
_INSTANT: TypeAdapter[Any] = TypeAdapter(
    Annotated[AwareDatetime, Field(ge=datetime(FIRST_DAY.year, 1, 1, tzinfo=UTC), lt=datetime(3000, 1, 1, tzinfo=UTC))]
)
POSITION: TypeAdapter[Any] = TypeAdapter(Position)

SORT_KEYS: Mapping[Sort, SortKey] = {
    "order": SortKey.by(TASK.c.position, POSITION),
    "due": SortKey(_DUE, func.coalesce(TASK.c.due_at, _EARLIEST), TASK.c.due_at.type, _WALL_CLOCK),
    "priority": SortKey.by(type_coerce(TASK.c.priority, SmallInteger), _RANK),
    "created": SortKey.by(TASK.c.created_at, _INSTANT),
    "updated": SortKey.by(TASK.c.updated_at, _INSTANT),
    "title": SortKey.by(func.lower(collate(TASK.c.title, _UNICODE)), _TEXT, Text()),
}

FILTERS: Mapping[str, Callable[[], ColumnElement[bool]]] = {
    "live": lambda: TASK.c.deleted_at.is_(None),
    "trash": lambda: TASK.c.deleted_at.is_not(None),
    "open": lambda: TASK.c.completed_at.is_(None),
    "completed": lambda: TASK.c.completed_at.is_not(None),
    "project_id": lambda: TASK.c.project_id == given("project_id", Uuid()),
    "section_id": lambda: TASK.c.section_id == given("section_id", Uuid()),
    "parent_id": lambda: TASK.c.parent_id == given("parent_id", Uuid()),
    "top_level": lambda: TASK.c.parent_id.is_(None),
    "priority_min": lambda: type_coerce(TASK.c.priority, SmallInteger) >= given("priority_min", SmallInteger()),
    "due": lambda: TASK.c.due_at.is_not(None),
    "no_due": lambda: TASK.c.due_at.is_(None),
    "due_before": lambda: cast(given("due_before", Date()), TASK.c.due_at.type) > _DUE,
    "due_after": lambda: (cast(given("due_after", Date()), TASK.c.due_at.type) <= _DUE) & (_DUE < _LATEST),
    "label_any": lambda: TASK.c.labels.overlap(_label_names(_LABEL_KEYS["label_any"])),
    "label_all": lambda: (
        TASK.c.labels.contains(_label_names(_LABEL_KEYS["label_all"]))
        & (func.cardinality(_label_names(_LABEL_KEYS["label_all"])) == func.cardinality(_LABEL_KEYS["label_all"]))
    ),
    "text": lambda: _contains(given("text", Text())),
}

_NAMED = {"project_id": PROJECT, "section_id": SECTION, "parent_id": TASK}
"""Filters that name another row, which has to be this user's own."""


@lru_cache(maxsize=256)
def list_tasks(filters: frozenset[str], sort: Sort, *, descending: bool, after: bool) -> Statement:
    """One statement for each combination of filters; their values are its arguments.

    There are more combinations than a process should keep, and clients choose them.
    """
    found = {
        f"{name}_found": some(table, table.c.user_id == USER, table.c.id == given(name, Uuid()))
        for name, table in _NAMED.items()
        if name in filters
    }
    criteria = (FILTERS[name]() for name in sorted(filters))
    return page(TASK, TaskRead, *criteria, key=SORT_KEYS[sort], descending=descending, after=after, found=found)


@cache
def list_projects(*, archived: bool | None, trash: bool, after: bool) -> Statement:
    criteria: list[ColumnElement[bool]] = [
        PROJECT.c.deleted_at.is_not(None) if trash else PROJECT.c.deleted_at.is_(None)
    ]
    if archived is not None:
        criteria.append(PROJECT.c.archived.is_(true() if archived else false()))
    return page(PROJECT, ProjectRead, *criteria, key=SortKey.by(PROJECT.c.position, POSITION), after=after)


@cache
def list_sections(*, of_project: bool, after: bool) -> Statement:
    criteria: list[ColumnElement[bool]] = [SECTION.c.deleted_at.is_(None)]
    found: dict[str, ColumnElement[bool]] = {}
    if of_project:
        project_id = given("project_id", Uuid())
        criteria.append(SECTION.c.project_id == project_id)
        found["project_id_found"] = some(PROJECT, PROJECT.c.user_id == USER, PROJECT.c.id == project_id)
    return page(SECTION, SectionRead, *criteria, key=SortKey.by(SECTION.c.position, POSITION), after=after, found=found)


@cache
def list_labels(*, after: bool) -> Statement:
    return page(LABEL, LabelRead, key=SortKey.by(LABEL.c.position, POSITION), after=after)
