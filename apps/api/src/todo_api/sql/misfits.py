"""What does not fit together any more, by rules that the schema does not know: the statement."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    Text,
    and_,
    case,
    cast,
    func,
    not_,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy import literal_column as sql
from sqlalchemy.dialects.postgresql import ARRAY, array

from todo_api.sql.obstacles import entry, listed
from todo_api.sql.statement import Statement
from todo_api.sql.tables import CHANGE, LABEL, PROJECT, SECTION, TASK, USER, given, of_kind
from todo_api.sql.write import own

_SINCE: ColumnElement[int] = given("since", BigInteger())


def _misfits() -> Statement:
    """What does not fit together, of all that was written since a version, next to it or below it."""
    written = own(CHANGE, CHANGE.c.version > _SINCE).cte("written")
    task, section, project, parent = (
        table.alias(name) for name, table in (("t", TASK), ("s", SECTION), ("p", PROJECT), ("above", TASK))
    )
    names = select(func.coalesce(func.array_agg(LABEL.c.name), cast(array([]), ARRAY(Text)))).where(
        LABEL.c.user_id == USER
    )

    def near(*on: ColumnElement[bool]) -> Select[Any]:
        return select(written.c.version.label("change"), TASK.c.id).select_from(
            written.join(TASK, and_(TASK.c.user_id == USER, *on))
        )

    old_name = written.c.before.op("->>")(sql("'name'"))
    tasks = union_all(
        near(of_kind(written.c, TASK), TASK.c.id == written.c.entity_id),
        near(of_kind(written.c, TASK), TASK.c.parent_id == written.c.entity_id),
        near(of_kind(written.c, PROJECT), TASK.c.project_id == written.c.entity_id),
        near(of_kind(written.c, LABEL), old_name.is_not(None), TASK.c.labels.contains(array([old_name]))),
    ).subquery("near")
    live = task.c.deleted_at.is_(None)
    beside_parent = and_(
        parent.c.project_id == task.c.project_id,
        parent.c.section_id.is_not_distinct_from(task.c.section_id),
        parent.c.depth == task.c.depth - sql("1"),
        or_(parent.c.deleted_at.is_(None), not_(live)),
    )
    column: ColumnElement[Any] = case(
        (and_(live, project.c.deleted_at.is_not(None)), sql("'project_id'")),
        (and_(task.c.parent_id.is_(None), task.c.depth != sql("1")), sql("'parent_id'")),
        (and_(task.c.parent_id.is_not(None), not_(beside_parent)), sql("'parent_id'")),
        (section.c.project_id != task.c.project_id, sql("'section_id'")),
        (not_(task.c.labels.contained_by(names.scalar_subquery())), sql("'labels'")),
    )

    def before(*versions: ColumnElement[Any]) -> ColumnElement[Any]:
        """The last of the changes that were there before."""
        return func.greatest(*(case((version <= _SINCE, version), else_=null()) for version in versions))

    def joined(other: Any, name: str) -> ColumnElement[bool]:
        return and_(other.c.user_id == USER, other.c.id == task.c[name])

    unfit_tasks = (
        select(
            *entry(
                tasks.c.change,
                sql("'task'"),
                task.c.id,
                column,
                before(task.c.version, parent.c.version, section.c.version, project.c.version),
            )
        )
        .select_from(
            tasks.join(task, and_(task.c.user_id == USER, task.c.id == tasks.c.id))
            .join(project, joined(project, "project_id"))
            .outerjoin(section, joined(section, "section_id"))
            .outerjoin(parent, joined(parent, "parent_id"))
        )
        .where(column.is_not(None))
    )
    touched = or_(
        and_(of_kind(written.c, PROJECT), section.c.project_id == written.c.entity_id),
        and_(of_kind(written.c, SECTION), section.c.id == written.c.entity_id),
    )
    apart = section.c.deleted_at.is_(None) != project.c.deleted_at.is_(None)
    unfit_sections = select(
        *entry(
            written.c.version,
            sql("'section'"),
            section.c.id,
            sql("'project_id'"),
            before(section.c.version, project.c.version),
        )
    ).select_from(
        written.join(section, and_(section.c.user_id == USER, touched)).join(
            project, and_(project.c.user_id == USER, project.c.id == section.c.project_id, apart)
        )
    )
    return Statement(select(listed(union_all(unfit_tasks, unfit_sections), "broken").label("obstacles")))


FIND_MISFITS = _misfits()
