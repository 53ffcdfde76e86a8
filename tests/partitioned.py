"""The same schema, hash-partitioned by user: what every key starting with `user_id` is for."""

import asyncpg
from sqlalchemy import MetaData, Table, UniqueConstraint
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from todo_api.database_url import DatabaseTarget
from todo_api.revisions import head
from todo_domain import METADATA

PARTITIONS = 4


async def partition(target: DatabaseTarget) -> None:
    """Make the tables in an empty database, each in partitions."""
    statements = [statement for table in _partitioned_tables() for statement in _ddl(table)]
    connection = await asyncpg.connect(**target.connect_arguments())
    try:
        for statement in statements:
            await connection.execute(statement)
        for table in METADATA.sorted_tables:
            await _name_constraints(connection, table)
        await connection.execute("CREATE TABLE alembic_version (version_num text PRIMARY KEY)")
        await connection.execute("INSERT INTO alembic_version VALUES ($1)", head())
    finally:
        await connection.close()


def _partitioned_tables() -> list[Table]:
    copies = MetaData()
    for table in METADATA.sorted_tables:
        table.to_metadata(copies).dialect_options["postgresql"]["partition_by"] = "HASH (user_id)"
    return copies.sorted_tables


def _ddl(table: Table) -> list[str]:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves its dialects untyped
    return [
        str(CreateTable(table).compile(dialect=dialect)),
        *(str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes),
        *(
            f"CREATE TABLE {table.name}_p{number} PARTITION OF {table.name}"
            f" FOR VALUES WITH (MODULUS {PARTITIONS}, REMAINDER {number})"
            for number in range(PARTITIONS)
        ),
    ]


async def _name_constraints(connection: asyncpg.Connection, table: Table) -> None:
    """A violation names the partition's own constraint: let it say which of the table's it is."""
    for constraint in table.constraints:
        if not isinstance(constraint, UniqueConstraint):
            continue
        for number in range(PARTITIONS):
            own = await connection.fetchval(
                "SELECT conname FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'u'",
                f"{table.name}_p{number}",
            )
            await connection.execute(
                f"ALTER TABLE {table.name}_p{number} RENAME CONSTRAINT {own} TO {constraint.name}_p{number}"
            )
