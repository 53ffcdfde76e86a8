"""Run by Alembic: on the connection that `todo_api.migrating` hands over, or from its own command on DATABASE_URL."""

import asyncio
import os

from alembic import context
from sqlalchemy import Connection

from todo_api.database_url import parse_database_url
from todo_api.migrating import exclusive_connection
from todo_domain import METADATA


def run(connection: Connection) -> None:
    # One transaction for each step, so that a step may leave it (autocommit_block) for CREATE INDEX CONCURRENTLY.
    context.configure(connection=connection, target_metadata=METADATA, transaction_per_migration=True)
    with context.begin_transaction():
        context.run_migrations()


async def connect_and_run() -> None:
    async with exclusive_connection(parse_database_url(os.environ["DATABASE_URL"])) as connection:
        await connection.run_sync(run)


handed_over = context.config.attributes.get("connection")
if handed_over is None:
    asyncio.run(connect_and_run())
else:
    run(handed_over)
