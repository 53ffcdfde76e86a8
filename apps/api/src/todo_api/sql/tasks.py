"""Tasks: statements; completing, trashing, restoring and purging reach a task's whole subtree."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Literal

from sqlalchemy import CTE, ColumnElement, SmallInteger, Uuid, and_, case, cast, func, null, or_, select
from sqlalchemy import literal_column as sql

from todo_api.sql.caps import full
from todo_api.sql.create import Row, bound, create
from todo_api.sql.labels import LABELS_FULL, task_labels
from todo_api.sql.moves import UNCHANGED, moved_position, neighbours
from todo_api.sql.patch import patch
from todo_api.sql.read import read_one
from todo_api.sql.statement import Statement
from todo_api.sql.tables import LABEL, NOW, PROJECT, SECTION, TASK, given, value
from todo_api.sql.write import ID, SEEN, always, change_rows, live, own, purge_rows, some, write
from todo_domain import TaskRead
from todo_domain.documents import Columns

type Where = Literal["inbox", "project", "section", "parent"]
"""How a request says where a task is to be."""

_PLAIN = ("title", "notes", "priority", "start_date", "deadline_date", "duration_minutes")
_DUE = ("due_kind", "due_at", "due_timezone")
_FIELDS = {**{name: [name] for name in _PLAIN}, "due": list(_DUE)}
_NOWHERE, _TOP = cast(null(), Uuid), cast(sql("1"), SmallInteger)


def place_of(where: Where) -> CTE:
    """The one row (project_id, section_id, parent_id, depth) that is the place, or none if there is no such place."""

    def named(column: str) -> ColumnElement[Any]:
        return given(column, Uuid())

    def place(project: Any, section: Any, parent: Any, depth: Any) -> list[ColumnElement[Any]]:
        columns = zip(
            (project, section, parent, depth), ("project_id", "section_id", "parent_id", "depth"), strict=True
        )
        return [column.label(name) for column, name in columns]

    match where:
        case "inbox":
            query = select(*place(SEEN.c.inbox_id, _NOWHERE, _NOWHERE, _TOP))
        case "project":
            query = own(PROJECT, PROJECT.c.id == named("project_id"), live(PROJECT.c)).with_only_columns(
                *place(PROJECT.c.id, _NOWHERE, _NOWHERE, _TOP)
            )
        case "section":
            same_project = or_(named("project_id").is_(None), SECTION.c.project_id == named("project_id"))
            query = own(SECTION, SECTION.c.id == named("section_id"), same_project, live(SECTION.c)).with_only_columns(
                *place(SECTION.c.project_id, SECTION.c.id, _NOWHERE, _TOP)
            )
        case "parent":
            query = own(TASK, TASK.c.id == named("parent_id"), live(TASK.c)).with_only_columns(
                *place(TASK.c.project_id, TASK.c.section_id, TASK.c.id, TASK.c.depth + sql("1"))
            )
    return query.cte("place")


@cache
def create_task(where: Where, *, labelled: bool) -> Statement:
    place = place_of(where)

    def row(bumped: CTE) -> tuple[Row, Sequence[CTE]]:
        labels, effects = task_labels(bumped) if labelled else (sql("'{}'::text[]"), ())
        return {**bound(TASK, *_PLAIN, *_DUE), "labels": labels, **{c.name: c for c in place.c}}, effects

    return create(TASK, TaskRead, row, place, {LABEL: LABELS_FULL} if labelled else {})


@cache
def patch_task(*, labelled: bool) -> Statement:
    def also(bumped: CTE) -> tuple[Row, Sequence[CTE]]:
        labels, effects = task_labels(bumped)
        return {"labels": labels}, effects

    return (
        patch(TASK, TaskRead, _FIELDS, also, full({LABEL: LABELS_FULL})) if labelled else patch(TASK, TaskRead, _FIELDS)
    )


def subtree(*criteria: Callable[[Columns], ColumnElement[bool]]) -> CTE:
    """The ids of the task and of those below it that meet the criteria, as far as an unbroken line of such reaches."""
    root = own(TASK, TASK.c.id == ID, *(meets(TASK.c) for meets in criteria)).with_only_columns(TASK.c.id)
    tree = root.cte("subtree", recursive=True)
    child = TASK.alias("child")
    below = (
        own(child, child.c.parent_id == tree.c.id, *(meets(child.c) for meets in criteria))
        .with_only_columns(child.c.id)
        .select_from(tree)
    )
    return tree.union_all(below)


def in_trash(task: Columns) -> ColumnElement[bool]:
    return task.deleted_at.is_not(None)


def is_open(task: Columns) -> ColumnElement[bool]:
    return task.completed_at.is_(None)


def is_completed(task: Columns) -> ColumnElement[bool]:
    return task.completed_at.is_not(None)


def _change_subtree(tree: CTE, op: str, values: Row, *criteria: ColumnElement[bool]) -> Any:
    """Change the tasks of a subtree and log it."""

    def change(bumped: CTE) -> tuple[CTE, Sequence[CTE]]:
        written, logged = change_rows(TASK, bumped, op, values, TASK.c.id == tree.c.id, *criteria)
        return written, [logged]

    return change


def _purge() -> Statement:
    tree = subtree()
    purged = select(func.count()).select_from(tree).scalar_subquery()
    return write(
        TASK,
        TaskRead,
        lambda bumped: purge_rows(TASK, bumped, TASK.c.id == tree.c.id),
        of=in_trash,
        task_count=SEEN.c.task_count - purged,
    )


def _restored(bumped: CTE) -> tuple[CTE, Sequence[CTE]]:
    """The task and what went to the trash with it; to the top level, or to the inbox, if its old place is gone.

    What lies below it in the trash from before stays there, but goes along as in a move.
    """
    task = own(TASK, TASK.c.id == ID).cte("task_before")
    parent = own(TASK, TASK.c.id == value(task, "parent_id"), live(TASK.c)).cte("parent_before")
    project = own(PROJECT, PROJECT.c.id == value(task, "project_id"), live(PROJECT.c)).cte("project_before")
    tree = subtree()
    together = TASK.c.deleted_at == value(task, "deleted_at")
    rises = case((some(parent), sql("0")), else_=value(task, "depth") - sql("1"))
    elsewhere = or_(rises > sql("0"), ~some(project))
    written, logged = change_rows(
        TASK,
        bumped,
        lambda row: case((live(row), sql("'restored'")), else_=sql("'moved'")),
        {
            "deleted_at": case((together, null()), else_=TASK.c.deleted_at),
            "depth": TASK.c.depth - rises,
            "parent_id": case((TASK.c.id == ID, value(parent, "id")), else_=TASK.c.parent_id),
            "project_id": case((some(project), TASK.c.project_id), else_=value(SEEN, "inbox_id")),
            "section_id": case((some(project), TASK.c.section_id), else_=null()),
        },
        TASK.c.id == tree.c.id,
        or_(together, elsewhere),
    )
    return written, [logged]


def _moved(bumped: CTE) -> tuple[CTE, Sequence[CTE]]:
    """The whole subtree, trash included, goes along, so that a task is always in its parent's project."""
    place = bound(TASK, "project_id", "section_id", "parent_id", "depth", "position")
    task = own(TASK, TASK.c.id == ID).cte("task_before")
    tree = subtree()
    itself = TASK.c.id == ID
    written, logged = change_rows(
        TASK,
        bumped,
        "moved",
        {
            "project_id": place["project_id"],
            "section_id": place["section_id"],
            "parent_id": case((itself, place["parent_id"]), else_=TASK.c.parent_id),
            "depth": TASK.c.depth - value(task, "depth") + place["depth"],
            "position": case((itself, moved_position(bumped)), else_=TASK.c.position),
        },
        TASK.c.id == tree.c.id,
    )
    return written, [logged]


READ_TASK = read_one(TASK, TaskRead)
COMPLETE_TASK = write(
    TASK, TaskRead, _change_subtree(subtree(live), "completed", {"completed_at": NOW}, is_open(TASK.c)), pending=is_open
)
REOPEN_TASK = write(
    TASK,
    TaskRead,
    _change_subtree(own(TASK, TASK.c.id == ID).cte("itself"), "reopened", {"completed_at": null()}),
    pending=is_completed,
)
TRASH_TASK = write(
    TASK, TaskRead, _change_subtree(subtree(live), "deleted", {"deleted_at": NOW}), of=always, pending=live
)
RESTORE_TASK = write(TASK, TaskRead, _restored, of=always, pending=in_trash)
PURGE_TASK = _purge()
MOVE_TASK = write(TASK, TaskRead, _moved, guard=UNCHANGED)


@cache
def find_task_place(where: Where | None) -> Statement:
    """What has to be known to move a task: the place, its line of ancestors, and who stands beside the anchor.

    With no `where` the place is the one that the task already has.
    """
    task = own(TASK, TASK.c.id == ID).cte("task_before")
    place = (
        select(task.c.project_id, task.c.section_id, task.c.parent_id, task.c.depth).cte("place")
        if where is None
        else place_of(where)
    )

    def sibling(row: Columns) -> ColumnElement[bool]:
        return and_(
            row.project_id == value(place, "project_id"),
            row.section_id.is_not_distinct_from(value(place, "section_id")),
            row.parent_id.is_not_distinct_from(value(place, "parent_id")),
        )

    line = (own(TASK, TASK.c.id == value(place, "parent_id")).with_only_columns(TASK.c.id, TASK.c.parent_id)).cte(
        "line", recursive=True
    )
    above = TASK.alias("above")
    line = line.union_all(own(above, above.c.id == line.c.parent_id).with_only_columns(above.c.id, above.c.parent_id))
    return Statement(
        select(
            value(SEEN, "version").label("seen"),
            some(task).label("found"),
            some(place).label("placed"),
            *(value(place, column).label(column) for column in ("project_id", "section_id", "parent_id", "depth")),
            func.array(select(line.c.id).scalar_subquery()).label("ancestors"),
            *neighbours(TASK, sibling),
        )
    )
