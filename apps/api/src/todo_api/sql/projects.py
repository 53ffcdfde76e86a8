"""Projects: statements."""

from collections.abc import Sequence

from sqlalchemy import CTE, false, null

from todo_api.sql.create import Row, bound, create
from todo_api.sql.patch import patch
from todo_api.sql.read import read_one
from todo_api.sql.tables import NOW, PROJECT, SECTION, TASK, value
from todo_api.sql.write import ID, always, change_rows, live, own, write
from todo_domain import ProjectRead

_GROUP = (PROJECT, SECTION, TASK)
"""A project goes to the trash, and comes back, with its sections and tasks."""


def _row(bumped: CTE) -> tuple[Row, Sequence[CTE]]:
    del bumped
    return {**bound(PROJECT, "name", "color", "archived"), "is_inbox": false()}, ()


def _trashed(bumped: CTE) -> tuple[CTE, Sequence[CTE]]:
    """Everything live in the project; the inbox is kept by a check."""
    return _marked(bumped, "deleted", was_deleted=False)


def _restored(bumped: CTE) -> tuple[CTE, Sequence[CTE]]:
    """What went to the trash together with the project, told by its common time."""
    return _marked(bumped, "restored", was_deleted=True)


def _marked(bumped: CTE, op: str, *, was_deleted: bool) -> tuple[CTE, Sequence[CTE]]:
    project = own(PROJECT, PROJECT.c.id == ID).cte("project_before")
    changes = []
    for table in _GROUP:
        reference = table.c.id if table is PROJECT else table.c.project_id
        mark = table.c.deleted_at == value(project, "deleted_at") if was_deleted else table.c.deleted_at.is_(None)
        changes.append(
            change_rows(
                table,
                bumped,
                op,
                {"deleted_at": null() if was_deleted else NOW},
                reference == ID,
                mark,
                name=f"{table.name}_{op}",
            )
        )
    return changes[0][0], [logged for _, logged in changes]


READ_PROJECT = read_one(PROJECT, ProjectRead)
CREATE_PROJECT = create(PROJECT, ProjectRead, _row)
PATCH_PROJECT = patch(PROJECT, ProjectRead, {"name": ["name"], "color": ["color"], "archived": ["archived"]})
TRASH_PROJECT = write(PROJECT, ProjectRead, _trashed, of=always, pending=live)
RESTORE_PROJECT = write(
    PROJECT, ProjectRead, _restored, of=always, pending=lambda project: project.deleted_at.is_not(None)
)
