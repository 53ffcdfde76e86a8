"""What lists can be asked for: the query parameters, their bounds, and what they mean to the statements."""

import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from todo_domain import Priority, Status
from todo_domain.types import ANY_TEXT, CalendarDate, LabelName, Reference, label_key

PAGE_DEFAULT, PAGE_LIMIT = 50, 200
FEED_DEFAULT, FEED_LIMIT = 100, 500
CURSOR_LENGTH = 4096
LABEL_FILTERS = 10
QUERIES_REMEMBERED, SHORT_QUERY = 1_000, 200
"""How many for each operation, and how many bytes long at most."""

type Sort = Literal["order", "due", "priority", "created", "updated", "title"]


def _spelt(pattern: str, rule: str) -> BeforeValidator:
    """Take one spelling where Pydantic takes many: 1_0 for a number, yes for a truth, an instant for a day."""

    def refuse_others(text: str) -> str:
        if re.fullmatch(pattern, text) is None:
            raise ValueError(rule)
        return text

    return BeforeValidator(refuse_others)


_DIGITS = _spelt("0|[1-9][0-9]*", "must be a whole number, written in digits")
Count = Annotated[int, Field(ge=1, le=PAGE_LIMIT), _DIGITS]
FeedCount = Annotated[int, Field(ge=1, le=FEED_LIMIT), _DIGITS]
Flag = Annotated[bool, _spelt("true|false", "must be true or false")]
Day = Annotated[CalendarDate, _spelt("[0-9]{4}-[0-9]{2}-[0-9]{2}", "must be a date, such as 2026-12-24")]


def remembering[T](read: Callable[[bytes], T]) -> Callable[[bytes], T]:
    """Read a query once: most are short, and come again and again. What is refused is not remembered."""
    remembered = lru_cache(maxsize=QUERIES_REMEMBERED)(read)
    return lambda query: remembered(query) if len(query) <= SHORT_QUERY else read(query)


class Query(BaseModel):
    """The query parameters of one operation, and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FeedQuery(Query):
    limit: Annotated[FeedCount, Field(description="How many changes are looked at; no more things are answered.")] = (
        FEED_DEFAULT
    )
    after: Annotated[
        str | None,
        Field(max_length=CURSOR_LENGTH, description="`next_cursor` of what was read last; without it, everything."),
    ] = None


class EventsQuery(Query):
    after: Annotated[
        str | None,
        Field(
            max_length=CURSOR_LENGTH,
            description="`next_cursor` of what was read last; without it, what happens from now on.",
        ),
    ] = None


class ListQuery(Query):
    """What every list takes."""

    limit: Annotated[Count, Field(description="How many items at most.")] = PAGE_DEFAULT
    cursor: Annotated[
        str | None,
        Field(max_length=CURSOR_LENGTH, description="`next_cursor` of the page before, with the same query."),
    ] = None

    @cached_property
    def shape(self) -> dict[str, Any]:
        """All that a cursor is bound to: everything but the size of a page."""
        return self.model_dump(mode="json", exclude={"limit", "cursor"}, exclude_defaults=True)


class ActivityQuery(ListQuery):
    pass


class ProjectQuery(ListQuery):
    archived: Annotated[Flag | None, Field(description="Only those that are archived, or only those that are not.")] = (
        None
    )
    trash: Annotated[Flag, Field(description="What is in the trash instead of what is not.")] = False


class SectionQuery(ListQuery):
    project_id: Annotated[Reference | None, Field(description="Of this project only.")] = None


class LabelQuery(ListQuery):
    pass


class TaskQuery(ListQuery):
    """Filters narrow the list one after the other; what is left out does not filter."""

    status: Annotated[Status | None, Field(description="Open ones only, or completed ones only.")] = None
    project_id: Annotated[Reference | None, Field(description="In this project, at any depth.")] = None
    section_id: Annotated[Reference | None, Field(description="In this section, at any depth.")] = None
    parent_id: Annotated[
        Reference | Literal["none"] | None, Field(description="Right under this task; `none` for the top level.")
    ] = None
    priority_min: Annotated[Priority | None, Field(description="At least of this priority.")] = None
    due: Annotated[Literal["any", "none"] | None, Field(description="With a due date, or without one.")] = None
    due_before: Annotated[Day | None, Field(description="Due on an earlier day, by the wall clock.")] = None
    due_after: Annotated[Day | None, Field(description="Due on this day or later, by the wall clock.")] = None
    label_any: Annotated[list[LabelName], Field(max_length=LABEL_FILTERS, description="With one of these labels.")] = []
    label_all: Annotated[list[LabelName], Field(max_length=LABEL_FILTERS, description="With all of these labels.")] = []
    text: Annotated[
        str | None,
        Field(min_length=1, max_length=200, pattern=ANY_TEXT, description="In the title or notes; case is ignored."),
    ] = None
    trash: Annotated[Flag, Field(description="What is in the trash instead of what is not.")] = False
    sort: Annotated[Sort, Field(description="Tasks without the value come last, up or down.")] = "order"
    direction: Annotated[Literal["asc", "desc"], Field(description="Up or down.")] = "asc"

    @cached_property
    def filters(self) -> dict[str, Any]:
        """The filters in force, by their names in `todo_api.sql.lists`, and their values where they take one."""
        switches = {
            "trash" if self.trash else "live": True,
            "top_level": self.parent_id == "none",
            "due": self.due == "any",
            "no_due": self.due == "none",
            **{status.value: self.status is status for status in Status},
        }
        values: dict[str, Any] = {
            "project_id": self.project_id,
            "section_id": self.section_id,
            "parent_id": None if self.parent_id == "none" else self.parent_id,
            "priority_min": None if self.priority_min is None else self.priority_min.rank,
            "due_before": self.due_before,
            "due_after": self.due_after,
            "label_any": _keys(self.label_any),
            "label_all": _keys(self.label_all),
            "text": None if self.text is None else _pattern(self.text),
        }
        in_force = {name: None for name, on in switches.items() if on}
        return in_force | {name: value for name, value in values.items() if value is not None}


def _keys(labels: list[str]) -> list[str] | None:
    return sorted({label_key(label) for label in labels}) or None


def _pattern(text: str) -> str:
    """The text anywhere in another, for LIKE."""
    for special in ("\\", "%", "_"):
        text = text.replace(special, f"\\{special}")
    return f"%{text}%"
