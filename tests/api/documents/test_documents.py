"""What PostgreSQL builds is what the read schema would have written, whatever is in the rows."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession

from api.documents.belongings import ANY, Drawn, belongings
from api.documents.clocks import told
from cluster import Cluster
from todo_api.database_url import DatabaseTarget
from todo_api.sql.account import EXPORT, READ_ACCOUNT
from todo_api.sql.feed import CHANGES, STATE
from todo_api.sql.labels import READ_LABEL
from todo_api.sql.lists import SORT_KEYS, list_labels, list_projects, list_sections, list_tasks
from todo_api.sql.projects import READ_PROJECT
from todo_api.sql.sections import READ_SECTION
from todo_api.sql.statement import Statement
from todo_api.sql.tasks import READ_TASK
from todo_domain.documents import READS

pytestmark = pytest.mark.direct("statements are run without an API")

BOTH = (False, True)
SINGLE = {
    "account": READ_ACCOUNT,
    "project": READ_PROJECT,
    "section": READ_SECTION,
    "label": READ_LABEL,
    "task": READ_TASK,
}
LISTS = {
    "project": [list_projects(archived=None, trash=trash, after=False) for trash in BOTH],
    "section": [list_sections(of_project=False, after=False)],
    "label": [list_labels(after=False)],
    "task": [
        list_tasks(frozenset(), sort, descending=descending, after=False) for sort in SORT_KEYS for descending in BOTH
    ],
}
FEED = {
    STATE: {"after_kind": 0, "after_id": UUID(int=0), "limit": 50},
    CHANGES: {"after_version": 0, "after_kind": "", "after_id": UUID(int=0), "limit": 50},
}

type Run = Callable[..., Awaitable[list[Mapping[str, Any]]]]
"""Runs a statement, with values, for the user whose rows are stored; SQLAlchemy's connections read JSON themselves."""


@pytest.fixture(scope="module")
async def engine(cluster: Cluster, template: DatabaseTarget) -> AsyncIterator[AsyncEngine]:
    target = await cluster.create_database(template=template)
    engine = create_async_engine("postgresql+asyncpg://", connect_args=target.connect_arguments())
    yield engine
    await engine.dispose()
    await cluster.drop_database(target)


@asynccontextmanager
async def stored(engine: AsyncEngine, drawn: Drawn) -> AsyncIterator[Run]:
    """The rows are there for as long as this lasts."""
    async with AsyncSession(engine) as session:
        for row in drawn.rows:
            session.add(row)
            await session.flush()
        connection: Any = (await (await session.connection()).get_raw_connection()).driver_connection

        async def run(statement: Statement, **values: Any) -> list[Mapping[str, Any]]:
            arguments = statement.arguments({"user_id": drawn.user_id, **values})
            return list(await connection.fetch(statement.sql, *arguments))

        yield run


def assert_as_written(drawn: Drawn, kind: str, built: Any) -> None:
    written = drawn.written[kind, built["inbox_id" if kind == "account" else "id"]]
    assert told(built) == told(json.loads(written))


def test_every_kind_is_looked_at() -> None:
    assert SINGLE.keys() == READS.keys()
    assert {"account", *LISTS} == READS.keys()


@ANY
@given(drawn=belongings())
async def test_of_what_is_read_alone(engine: AsyncEngine, drawn: Drawn) -> None:
    async with stored(engine, drawn) as run:
        for kind, statement in SINGLE.items():
            (row,) = await run(statement, id=drawn.ids[kind])
            assert_as_written(drawn, kind, row["document"])


@ANY
@given(drawn=belongings())
async def test_of_what_is_listed(engine: AsyncEngine, drawn: Drawn) -> None:
    async with stored(engine, drawn) as run:
        for kind, statements in LISTS.items():
            pages = [(await run(statement, known=None, limit=50))[0]["items"] for statement in statements]
            assert sum(map(len, pages)) >= (kind != "section"), "only sections in the trash are in no list"
            for page in pages:
                for item in page:
                    assert_as_written(drawn, kind, item)


@ANY
@given(drawn=belongings())
async def test_of_what_is_in_the_feed(engine: AsyncEngine, drawn: Drawn) -> None:
    async with stored(engine, drawn) as run:
        for statement, place in FEED.items():
            items = (await run(statement, **place))[0]["items"]
            assert {item["kind"] for item in items} == READS.keys()
            for item in items:
                assert_as_written(drawn, item["kind"], item["data"])
                assert item["id"] == item["data"]["inbox_id" if item["kind"] == "account" else "id"]


@ANY
@given(drawn=belongings())
async def test_of_what_is_exported(engine: AsyncEngine, drawn: Drawn) -> None:
    async with stored(engine, drawn) as run:
        lines = [row["line"] for statement in EXPORT for row in await run(statement)]

    assert len(lines) == len(drawn.written)
    for line in lines:
        assert_as_written(drawn, line["kind"], line["data"])
