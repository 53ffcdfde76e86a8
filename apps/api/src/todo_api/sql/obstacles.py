"""What stands in the way of an undo: statements. Each answers obstacles as a JSON array, `LIMIT` of them at most."""

from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Select,
    Text,
    Uuid,
    and_,
    any_,
    case,
    cast,
    func,
    not_,
    or_,
    select,
    union_all,
)
from sqlalchemy import literal_column as sql
from sqlalchemy.dialects.postgresql import ARRAY as PG_ARRAY
from sqlalchemy.dialects.postgresql import array

from todo_api.sql.statement import Statement
from todo_api.sql.tables import CHANGE, LABEL, PROJECT, SECTION, TASK, USER, given, of_kind
from todo_api.sql.undo import UNDONE, was_changed, was_made, was_removed
from todo_api.sql.write import own, some

LIMIT = 50
REFERENCES = (
    (SECTION, "project_id", PROJECT),
    (TASK, "project_id", PROJECT),
    (TASK, "section_id", SECTION),
    (TASK, "parent_id", TASK),
)

_BESIDE = UNDONE.alias("beside")
"""What else the change touched."""
_IDS: ColumnElement[Any] = given("change_ids", ARRAY(BigInteger))


def listed(rows: Select[Any] | Any, name: str) -> ColumnElement[Any]:
    """The rows as one JSON array."""
    some_rows = rows.limit(sql(str(LIMIT))).subquery(name)
    return (
        select(func.coalesce(func.json_agg(some_rows.table_valued()), sql("'[]'")))
        .select_from(some_rows)
        .scalar_subquery()
    )


def _find() -> Statement:
    """The changes: how many things each touched, and whether any of them can be brought back."""
    kept = or_(CHANGE.c.before.is_not(None), CHANGE.c.after.is_not(None))
    known = (
        own(CHANGE, CHANGE.c.version == any_(_IDS))
        .with_only_columns(CHANGE.c.version, func.count().label("things"), func.bool_or(kept).label("undoable"))
        .group_by(CHANGE.c.version)
        .subquery("known")
    )
    changes = select(func.coalesce(func.json_agg(known.table_valued()), sql("'[]'"))).select_from(known)
    return Statement(select(changes.scalar_subquery().label("changes")))


def _later() -> Statement:
    """What happened later to the same columns of the same things.

    A later change does not count if it is to be undone as well, or has been since: then it is in the log an even
    number of times, itself and each undo, which take each other back.
    """
    wanted = own(CHANGE, CHANGE.c.version == any_(_IDS)).cte("wanted")
    later = CHANGE.alias("later")
    root = func.coalesce(later.c.undoes, later.c.version)
    thing = (wanted.c.version, wanted.c.entity, wanted.c.entity_id)
    pairs = (
        select(
            wanted.c.version,
            wanted.c.entity.label("kind"),
            wanted.c.entity_id.label("id"),
            later.c.version.label("by"),
            wanted.c.before.label("wanted_before"),
            later.c.before.label("later_before"),
            func.count().over(partition_by=[*thing, root]).label("times"),
            func.row_number().over(partition_by=[*thing, root], order_by=later.c.version.desc()).label("rank"),
            and_(was_changed(wanted.c), was_changed(later.c)).label("in_part"),
        )
        .select_from(
            wanted.join(
                later,
                and_(
                    later.c.user_id == USER,
                    later.c.entity == wanted.c.entity,
                    later.c.entity_id == wanted.c.entity_id,
                    later.c.version > wanted.c.version,
                ),
            )
        )
        .where(not_(later.c.version == any_(_IDS)))
        .subquery("pairs")
    )
    keys = func.jsonb_object_keys(pairs.c.later_before).column_valued("key")
    shared = func.array(select(keys).where(pairs.c.wanted_before.op("?")(keys)).scalar_subquery())
    columns = case((pairs.c.in_part, shared), else_=cast(array([]), PG_ARRAY(Text)))
    met = (
        select(pairs.c.version, pairs.c.kind, pairs.c.id, pairs.c.by, columns.label("columns"), pairs.c.in_part)
        .where(pairs.c.rank == sql("1"), pairs.c.times % sql("2") == sql("1"))
        .subquery("met")
    )
    touched = (
        select(met.c.version, met.c.kind, met.c.id, met.c.by, met.c.columns)
        .where(or_(not_(met.c.in_part), func.cardinality(met.c.columns) > sql("0")))
        .order_by(met.c.version.desc(), met.c.by, met.c.id)
    )
    return Statement(select(listed(touched, "touched").label("obstacles")))


def entry(version: Any, kind: Any, entity_id: Any, column: Any, by: Any) -> list[Any]:
    columns = {"version": version, "kind": kind, "id": entity_id, "column": column, "by": by}
    return [expression.label(name) for name, expression in columns.items()]


def _dangling() -> Statement:
    """What would refer to nothing if the change were undone, and the labels that would have the same name."""
    found = []
    for table, name, other in REFERENCES:
        here = table.alias("here")
        kind: ColumnElement[Any] = sql(f"'{table.name}'")
        field: ColumnElement[Any] = sql(f"'{name}'")
        touched = some(_BESIDE, of_kind(_BESIDE.c, table), _BESIDE.c.entity_id == here.c.id)
        left_over = (
            select(*entry(UNDONE.c.version, kind, here.c.id, field, here.c.version))
            .select_from(UNDONE.join(here, and_(here.c.user_id == USER, here.c[name] == UNDONE.c.entity_id)))
            .where(of_kind(UNDONE.c, other), was_made(UNDONE.c), not_(touched))
        )
        there, gone = other.alias("there"), CHANGE.alias("gone")
        wanted = cast(UNDONE.c.before.op("->>")(field), Uuid)
        last = (
            select(func.max(gone.c.version))
            .where(gone.c.user_id == USER, of_kind(gone.c, other), gone.c.entity_id == wanted)
            .scalar_subquery()
        )
        missing = (
            select(*entry(UNDONE.c.version, kind, UNDONE.c.entity_id, field, last))
            .where(of_kind(UNDONE.c, table), wanted.is_not(None))
            .where(not_(some(there, there.c.user_id == USER, there.c.id == wanted)))
            .where(
                not_(some(_BESIDE, of_kind(_BESIDE.c, other), was_removed(_BESIDE.c), _BESIDE.c.entity_id == wanted))
            )
        )
        found += [left_over, missing]
    same, key = LABEL.alias("same"), UNDONE.c.before.op("->>")(sql("'key'"))
    found.append(
        select(*entry(UNDONE.c.version, sql("'label'"), UNDONE.c.entity_id, sql("'name'"), same.c.version))
        .select_from(UNDONE.join(same, and_(same.c.user_id == USER, same.c.key == key)))
        .where(of_kind(UNDONE.c, LABEL), same.c.id != UNDONE.c.entity_id)
    )
    return Statement(select(listed(union_all(*found), "dangling").label("obstacles")))


FIND_CHANGES, FIND_LATER, FIND_DANGLING = _find(), _later(), _dangling()
