"""What lists can be asked for.

Made by `uv run codegen` from packages/todo_contract/openapi.json; not to be edited.
"""

from typing import Literal, TypedDict

from todo_client.formats import Day, Id
from todo_client.models import Priority, Sort, Status


class ListActivityQuery(TypedDict, total=False):
    limit: int
    """How many items at most."""
    cursor: str
    """`next_cursor` of the page before, with the same query."""


class ListChangesQuery(TypedDict, total=False):
    limit: int
    """How many changes are looked at; no more things are answered."""
    after: str
    """`next_cursor` of what was read last; without it, everything."""


class StreamEventsQuery(TypedDict, total=False):
    after: str
    """`next_cursor` of what was read last; without it, what happens from now on."""


class ListLabelsQuery(TypedDict, total=False):
    limit: int
    """How many items at most."""
    cursor: str
    """`next_cursor` of the page before, with the same query."""


class ListProjectsQuery(TypedDict, total=False):
    limit: int
    """How many items at most."""
    cursor: str
    """`next_cursor` of the page before, with the same query."""
    archived: bool
    """Only those that are archived, or only those that are not."""
    trash: bool
    """What is in the trash instead of what is not."""


class ListSectionsQuery(TypedDict, total=False):
    limit: int
    """How many items at most."""
    cursor: str
    """`next_cursor` of the page before, with the same query."""
    project_id: Id
    """Of this project only."""


class ListTasksQuery(TypedDict, total=False):
    limit: int
    """How many items at most."""
    cursor: str
    """`next_cursor` of the page before, with the same query."""
    status: Status
    """Open ones only, or completed ones only."""
    project_id: Id
    """In this project, at any depth."""
    section_id: Id
    """In this section, at any depth."""
    parent_id: Id | Literal["none"]
    """Right under this task; `none` for the top level."""
    priority_min: Priority
    """At least of this priority."""
    due: Literal["any", "none"]
    """With a due date, or without one."""
    due_before: Day
    """Due on an earlier day, by the wall clock."""
    due_after: Day
    """Due on this day or later, by the wall clock."""
    label_any: list[str]
    """With one of these labels."""
    label_all: list[str]
    """With all of these labels."""
    text: str
    """In the title or notes; case is ignored."""
    trash: bool
    """What is in the trash instead of what is not."""
    sort: Sort
    """Tasks without the value come last, up or down."""
    direction: Literal["asc", "desc"]
    """Up or down."""


class ListTaskActivityQuery(TypedDict, total=False):
    limit: int
    """How many items at most."""
    cursor: str
    """`next_cursor` of the page before, with the same query."""
