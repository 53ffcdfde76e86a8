"""Answers under idempotency keys: statements."""

from typing import Any

from sqlalchemy import Boolean, ColumnElement, DateTime, LargeBinary, cast, func, select
from sqlalchemy import literal_column as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import insert as insert_or_replace

from todo_api.sql.statement import Statement
from todo_api.sql.tables import ANSWER, NOW, USER, given, value
from todo_api.sql.write import own, some
from todo_domain.models.columns import Key

_KEY = given("key", Key)
_KEPT_SINCE = given("kept_since", DateTime(timezone=True))


def _find() -> Statement:
    """The answer, and whether this transaction is the only one that has the key, until it ends.

    Whether another one is done may be seen too late; then the row that it left refuses the second one.
    """
    answer = own(ANSWER, ANSWER.c.key == _KEY, ANSWER.c.at > _KEPT_SINCE).cte("answer")
    lock = func.pg_try_advisory_xact_lock(func.hashtextextended(USER.concat(sql("' '")).concat(_KEY), sql("0")))
    return Statement(
        select(
            cast(lock, Boolean).label("alone"),
            *(value(answer, name).label(name) for name in ("request_hash", "body", "facts")),
        )
    )


def _keep() -> Statement:
    row: dict[str, ColumnElement[Any]] = {
        "user_id": USER,
        "key": _KEY,
        "request_hash": given("request_hash", LargeBinary()),
        "at": NOW,
        "body": given("body", LargeBinary()),
        "facts": given("facts", JSONB()),
    }
    inserted = insert_or_replace(ANSWER).values(row)
    replaced = {name: inserted.excluded[name] for name in row}
    kept = (
        inserted.on_conflict_do_update(
            index_elements=["user_id", "key"], set_=replaced, where=ANSWER.c.at <= _KEPT_SINCE
        )
        .returning(ANSWER.c.at)
        .cte("kept")
    )
    return Statement(select(some(kept).label("kept")))


FIND_ANSWER, KEEP_ANSWER = _find(), _keep()
