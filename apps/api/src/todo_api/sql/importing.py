"""An import: what the account has of a file already, and the rest of it in batches; all within one transaction."""

from typing import Any

from sqlalchemy import (
    ARRAY,
    JSON,
    BigInteger,
    DateTime,
    FromClause,
    Integer,
    Select,
    Table,
    Text,
    Uuid,
    and_,
    column,
    func,
    insert,
    not_,
    or_,
    select,
    update,
)
from sqlalchemy import literal_column as sql

from todo_api.sql.log import log_changed, log_created
from todo_api.sql.statement import Statement
from todo_api.sql.tables import ACCOUNT, LABEL, NOW, PROJECT, SECTION, TASK, USER, given, value
from todo_api.sql.write import SEEN, own, some
from todo_domain.models.columns import Key
from todo_domain.ordering import appended

_IDS = func.any(given("ids", ARRAY(Uuid)))


def _found(rows: Select[Any]) -> Statement:
    """The rows as one JSON array."""
    found = rows.subquery("found")
    return Statement(
        select(func.coalesce(func.json_agg(found.table_valued()), sql("'[]'::json")).label("found")).select_from(found)
    )


def _insert(table: Table, *names: str) -> Statement:
    """Insert a batch, given as a JSON array of objects, stamped with the version that the import has moved to."""
    columns = {name: table.c[name].type for name in ("id", *names, "position", "created_at", "updated_at")}
    incoming: FromClause = (
        func.json_to_recordset(given("rows", JSON()))
        .table_valued(
            column("ordinal", Integer), *(column(name, type_) for name, type_ in columns.items()), name="incoming"
        )
        .render_derived(with_types=True)
    )
    row = {
        "user_id": USER,
        "version": value(SEEN, "version"),
        **{name: incoming.c[name] for name in columns},
        "created_at": func.coalesce(incoming.c.created_at, NOW),
        "updated_at": func.coalesce(incoming.c.updated_at, NOW),
        "position": func.coalesce(incoming.c.position, appended(value(SEEN, "version"), incoming.c.ordinal)),
    }
    written = (
        insert(table)
        .from_select(list(row), select(*row.values()).select_from(incoming), include_defaults=False)
        .returning(*table.c)
        .cte("written")
    )
    count = select(func.count()).select_from(written).scalar_subquery()
    return Statement(select(count.label("count")).add_cte(log_created(table, written, value(SEEN, "version"))))


def _move_version() -> Statement:
    """Move the account's version by one, and beyond the file's positions: what is added later goes behind them."""
    beyond = given("beyond", BigInteger())
    moved = (
        update(ACCOUNT)
        .where(ACCOUNT.c.user_id == USER)
        .values(version=func.greatest(ACCOUNT.c.version + sql("1"), beyond))
        .returning(ACCOUNT.c.version)
        .cte("moved")
    )
    return Statement(select(value(moved, "version").label("version")))


def _adopt() -> Statement:
    """What an account without any content takes over: its time zone, its age, and what the inbox is like."""
    times = {name: given(name, DateTime(timezone=True)) for name in ("created_at", "updated_at")}
    account = (
        update(ACCOUNT)
        .where(ACCOUNT.c.user_id == USER)
        .values(timezone=given("timezone", Text()), **times)
        .returning(*ACCOUNT.c)
        .cte("account_written")
    )
    logged = log_changed(ACCOUNT, account, "updated", ["timezone", *times], value(SEEN, "version"))
    return Statement(select(value(account, "version").label("version")).add_cte(logged))


def _adopt_inbox() -> Statement:
    names = ("name", "color", "position", "created_at", "updated_at")
    inbox = (
        update(PROJECT)
        .where(PROJECT.c.user_id == USER, PROJECT.c.id == value(SEEN, "inbox_id"))
        .values(version=value(SEEN, "version"), **{name: given(name, PROJECT.c[name].type) for name in names})
        .returning(*PROJECT.c)
        .cte("inbox_written")
    )
    logged = log_changed(PROJECT, inbox, "updated", names, value(SEEN, "version"))
    return Statement(select(value(inbox, "version").label("version")).add_cte(logged))


_HAS_CONTENT = or_(
    some(PROJECT, PROJECT.c.user_id == USER, not_(PROJECT.c.is_inbox)),
    *(some(table, table.c.user_id == USER) for table in (SECTION, LABEL, TASK)),
)

FIND_ACCOUNT = Statement(
    select(
        value(SEEN, "version").label("version"),
        value(SEEN, "inbox_id").label("inbox_id"),
        not_(_HAS_CONTENT).label("empty"),
    )
)
FIND_PROJECTS = _found(
    own(
        PROJECT,
        or_(
            PROJECT.c.id == _IDS,
            PROJECT.c.is_inbox,
            and_(PROJECT.c.name == func.any(given("names", ARRAY(Text))), PROJECT.c.deleted_at.is_(None)),
        ),
    )
    .with_only_columns(PROJECT.c.id, PROJECT.c.name, PROJECT.c.deleted_at)
    .order_by(PROJECT.c.position, PROJECT.c.id)
)
FIND_SECTIONS = _found(own(SECTION, SECTION.c.id == _IDS).with_only_columns(SECTION.c.id, SECTION.c.project_id))
FIND_LABELS = _found(
    own(LABEL, or_(LABEL.c.id == _IDS, LABEL.c.key == func.any(given("keys", ARRAY(Key))))).with_only_columns(
        LABEL.c.id, LABEL.c.name, LABEL.c.key
    )
)
FIND_TASKS = _found(
    own(TASK, TASK.c.id == _IDS).with_only_columns(
        TASK.c.id,
        TASK.c.project_id,
        TASK.c.section_id,
        TASK.c.depth,
        TASK.c.deleted_at.is_not(None).label("trashed"),
    )
)
MOVE_VERSION = _move_version()
ADOPT_ACCOUNT = _adopt()
ADOPT_INBOX = _adopt_inbox()
INSERT_PROJECTS = _insert(PROJECT, "name", "color", "archived", "is_inbox", "deleted_at")
INSERT_SECTIONS = _insert(SECTION, "project_id", "name", "deleted_at")
INSERT_LABELS = _insert(LABEL, "name", "key", "color")
INSERT_TASKS = _insert(
    TASK,
    "project_id",
    "section_id",
    "parent_id",
    "depth",
    "title",
    "notes",
    "priority",
    "labels",
    "due_kind",
    "due_at",
    "due_timezone",
    "start_date",
    "deadline_date",
    "duration_minutes",
    "completed_at",
    "deleted_at",
)
