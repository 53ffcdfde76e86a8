"""Sections: statements."""

from collections.abc import Sequence

from sqlalchemy import CTE, ColumnElement, Uuid, null

from todo_api.sql.create import Row, bound, create
from todo_api.sql.patch import patch
from todo_api.sql.read import read_one
from todo_api.sql.tables import PROJECT, SECTION, TASK, given, value
from todo_api.sql.write import ID, change_rows, own, remove_rows, write
from todo_domain import SectionRead
from todo_domain.documents import Columns

_LIVE_PROJECT = own(PROJECT, PROJECT.c.id == given("project_id", Uuid()), PROJECT.c.deleted_at.is_(None)).cte("place")


def _row(bumped: CTE) -> tuple[Row, Sequence[CTE]]:
    del bumped
    return bound(SECTION, "project_id", "name"), ()


def _removed(bumped: CTE) -> tuple[CTE, Sequence[CTE]]:
    """The section is gone; its tasks stay in the project."""
    removed, logged = remove_rows(SECTION, bumped, SECTION.c.id == ID)
    _, tasks = change_rows(TASK, bumped, "updated", {"section_id": null()}, TASK.c.section_id == ID, name="tasks")
    return removed, [logged, tasks]


READ_SECTION = read_one(SECTION, SectionRead)
CREATE_SECTION = create(SECTION, SectionRead, _row, place=_LIVE_PROJECT)
PATCH_SECTION = patch(SECTION, SectionRead, {"name": ["name"]})
REMOVE_SECTION = write(SECTION, SectionRead, _removed)


def same_project(row: Columns) -> ColumnElement[bool]:
    """In the project of the section that moves."""
    moving = own(SECTION, SECTION.c.id == ID).cte("moving")
    return row.project_id == value(moving, "project_id")
