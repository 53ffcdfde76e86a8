"""Emptying the trash: the statement."""

from sqlalchemy import or_, select

from todo_api.sql.caps import count_of
from todo_api.sql.statement import Statement
from todo_api.sql.tables import PROJECT, SECTION, TASK, USER, value
from todo_api.sql.write import SEEN, bump, expected, purge_rows, some

_TABLES = (TASK, SECTION, PROJECT)


def _empty() -> Statement:
    pending = or_(*(some(table, table.c.user_id == USER, table.c.deleted_at.is_not(None)) for table in _TABLES))
    in_trash = count_of(TASK, TASK.c.deleted_at.is_not(None))
    bumped = bump(expected(SEEN.c.version), pending, task_count=SEEN.c.task_count - in_trash)
    effects = []
    for table in _TABLES:
        _, logged = purge_rows(table, bumped, table.c.deleted_at.is_not(None))
        effects += logged
    return Statement(
        select(
            value(SEEN, "version").label("current"),
            pending.label("pending"),
            value(bumped, "version").label("version"),
        ).add_cte(*effects)
    )


EMPTY_TRASH = _empty()
