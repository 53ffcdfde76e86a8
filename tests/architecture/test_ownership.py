"""Nobody reaches anybody else's rows: proved for every statement by the plan that PostgreSQL makes for it."""

from collections.abc import AsyncIterator, Iterator
from itertools import chain, product

import asyncpg
import pytest
from sqlalchemy import UniqueConstraint

from architecture.plans import plan_of, unbound
from todo_api.database_url import DatabaseTarget
from todo_api.importing import ImportService
from todo_api.services import account, activity, feed, labels, projects, sections, tasks, undo
from todo_api.sql.activity import list_activity
from todo_api.sql.lists import FILTERS, SORT_KEYS, list_labels, list_projects, list_sections, list_tasks
from todo_api.sql.statement import Statement
from todo_api.sql.tasks import create_task, find_task_place, patch_task
from todo_domain import METADATA

LOADED = (account, activity, feed, labels, projects, sections, tasks, undo, ImportService)
COLUMNS = {table.name: [column.name for column in table.columns] for table in METADATA.sorted_tables}
BOTH = (False, True)


def every_shape() -> Iterator[Statement]:
    """The statements that are made on demand: each filter alone, all together, and every way to sort."""
    for where, labelled in product(("inbox", "project", "section", "parent"), BOTH):
        yield create_task(where, labelled=labelled)
        yield find_task_place(where)
    yield find_task_place(None)
    yield from (patch_task(labelled=labelled) for labelled in BOTH)
    for sort, descending, after in product(SORT_KEYS, BOTH, BOTH):
        for filters in chain([frozenset[str]()], (frozenset({name}) for name in FILTERS), [frozenset(FILTERS)]):
            yield list_tasks(filters, sort, descending=descending, after=after)
    for after in BOTH:
        yield from (list_activity(of_task=of_task, after=after) for of_task in BOTH)
        yield list_labels(after=after)
        for archived, trash in product((None, False, True), BOTH):
            yield list_projects(archived=archived, trash=trash, after=after)
        yield from (list_sections(of_project=of_project, after=after) for of_project in BOTH)


@pytest.fixture(scope="module")
async def connection(template: DatabaseTarget) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(**template.connect_arguments())
    yield connection
    await connection.close()


async def test_every_statement_is_bound_to_its_user(connection: asyncpg.Connection) -> None:
    shapes = set(every_shape())
    assert shapes < set(Statement.registry)
    for statement in {*shapes, *Statement.registry}:
        assert await violations(connection, statement.sql, statement.parameters) == [], statement.sql


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM task WHERE id = $2 AND $1::text IS NOT NULL",
        "SELECT * FROM task WHERE user_id = $1 OR id = $2",
        "SELECT * FROM project JOIN task USING (user_id) WHERE project.user_id > $1 AND task.id = $2",
        "UPDATE task SET title = 'x' WHERE id = $2 AND $1::text IS NOT NULL",
        "DELETE FROM label WHERE id = $2 AND $1::text IS NOT NULL",
        "INSERT INTO change SELECT 'bob', 1, $1, $2, 'x', now()",
        "WITH mine AS (SELECT FROM task WHERE user_id = $1) SELECT (SELECT id FROM label WHERE id = $2) FROM mine",
    ],
)
async def test_a_statement_that_is_not_would_be_found(connection: asyncpg.Connection, sql: str) -> None:
    assert await violations(connection, sql, ["user_id", "id"])


async def violations(connection: asyncpg.Connection, sql: str, parameters: list[str]) -> list[str]:
    plan = await plan_of(connection, sql, len(parameters))
    return unbound(plan, COLUMNS, f"${parameters.index('user_id') + 1}")


def test_every_key_starts_with_the_user() -> None:
    for table in METADATA.sorted_tables:
        assert next(iter(table.primary_key.columns)).name == "user_id", table
        for constraint in table.foreign_key_constraints:
            assert constraint.column_keys[0] == "user_id", constraint.name
            assert constraint.elements[0].column.name == "user_id", constraint.name
        for index in table.indexes:
            assert index.columns[0].name == "user_id", index.name
        for unique in (constraint for constraint in table.constraints if isinstance(constraint, UniqueConstraint)):
            assert next(iter(unique.columns)).name == "user_id", unique.name
