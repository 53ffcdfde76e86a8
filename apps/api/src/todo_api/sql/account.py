"""The account: statements."""

from typing import Any

from sqlalchemy import ColumnElement, Text, Uuid, delete, func, insert, select, update
from sqlalchemy import literal_column as sql
from sqlalchemy.dialects.postgresql import insert as insert_or_skip

from todo_api.sql.log import log_beginning, log_changed
from todo_api.sql.statement import Statement
from todo_api.sql.tables import ACCOUNT, LABEL, NOW, PROJECT, SECTION, TASK, USER, given, value
from todo_api.sql.write import SEEN, document, expected, moved, own
from todo_domain import AccountRead, LabelRead, ProjectRead, SectionRead, TaskRead
from todo_domain.documents import document_columns
from todo_domain.ordering import appended
from todo_domain.schemas import Output

DEFAULT_TIMEZONE = "UTC"
_FIRST_VERSION: ColumnElement[int] = sql("floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint")
"""Milliseconds by the database's clock, of which there is only one. Nobody writes a thousand times a second, so an
account that is made again starts above every version that it ever had."""


def _provision() -> Statement:
    """An account with its inbox, unless there is one already."""
    first = select(_FIRST_VERSION.label("version")).cte("first")  # the clock is looked at once
    account = (
        insert_or_skip(ACCOUNT)
        .values(
            user_id=USER,
            version=value(first, "version"),
            timezone=sql(f"'{DEFAULT_TIMEZONE}'"),
            inbox_id=given("inbox_id", Uuid()),
            created_at=NOW,
            updated_at=NOW,
            task_count=sql("0"),
            counted_version=value(first, "version"),
        )
        .on_conflict_do_nothing()
        .returning(*ACCOUNT.c)
        .cte("made")
    )
    row: dict[str, Any] = {
        "user_id": USER,
        "id": account.c.inbox_id,
        "version": account.c.version,
        "created_at": NOW,
        "updated_at": NOW,
        "name": sql("'Inbox'"),
        "archived": sql("false"),
        "is_inbox": sql("true"),
        "position": appended(account.c.version),
    }
    inbox = (
        insert(PROJECT)
        .from_select(list(row), select(*row.values()).select_from(account), include_defaults=False)
        .returning(*PROJECT.c)
        .cte("inbox")
    )
    return Statement(
        select(value(account, "version").label("version")).add_cte(
            log_beginning(PROJECT, inbox, value(account, "version"))
        )
    )


def _patch() -> Statement:
    written = (
        update(ACCOUNT)
        .where(ACCOUNT.c.user_id == USER, ACCOUNT.c.version == SEEN.c.version, expected(SEEN.c.version))
        .values(
            **moved(),
            updated_at=NOW,
            timezone=given("timezone", Text()),
        )
        .returning(*ACCOUNT.c)
        .cte("written")
    )
    return Statement(
        select(
            value(SEEN, "version").label("current"),
            sql("true").label("eligible"),
            sql("true").label("pending"),
            value(written, "version").label("version"),
            document(AccountRead, written).label("document"),
        ).add_cte(log_changed(ACCOUNT, written, "updated", ["timezone"], value(written, "version")))
    )


def _remove() -> Statement:
    """Everything of the user goes with the account, by the tables' foreign keys; that is one change more."""
    removed = (
        delete(ACCOUNT)
        .where(ACCOUNT.c.user_id == USER, ACCOUNT.c.version == SEEN.c.version, expected(SEEN.c.version))
        .returning((ACCOUNT.c.version + sql("1")).label("version"))
        .cte("removed")
    )
    return Statement(
        select(
            value(SEEN, "version").label("current"),
            sql("true").label("pending"),
            value(removed, "version").label("version"),
        )
    )


def _lines(kind: str, table: Any, read: type[Output]) -> Statement:
    """Everything of one kind, a line of the export each, trash included."""
    order = [table.c[name] for name in ("depth", "position", "id") if name in table.c]
    rows = select(*document_columns(read, table.c)).where(table.c.user_id == USER).order_by(*order)
    data = rows.subquery("data")
    line = func.json_build_object(sql("'kind'"), sql(f"'{kind}'"), sql("'data'"), func.row_to_json(data.table_valued()))
    return Statement(select(line.label("line")).select_from(data))


READ_ACCOUNT = Statement(
    select(value(SEEN, "version").label("version"), document(AccountRead, own(ACCOUNT).cte("row")).label("document"))
)
LOCK_ACCOUNT = Statement(own(ACCOUNT).with_only_columns(ACCOUNT.c.version).with_for_update())
PROVISION_ACCOUNT = _provision()
PATCH_ACCOUNT = _patch()
REMOVE_ACCOUNT = _remove()
EXPORT = [
    _lines("account", ACCOUNT, AccountRead),
    _lines("project", PROJECT, ProjectRead),
    _lines("section", SECTION, SectionRead),
    _lines("label", LABEL, LabelRead),
    _lines("task", TASK, TaskRead),
]
