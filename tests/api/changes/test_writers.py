"""The feed under many writers, slow commits and connections that break: whoever follows it ends with what there is."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from uuid import UUID

import asyncpg

from client import Client
from crowd import WRITERS
from replica import Replica, things_of
from running import Api
from todo_api.database import Database, DatabaseUnavailable, Session
from todo_api.services.labels import LabelService
from todo_api.services.outcome import Document
from todo_api.services.scope import UserScope
from todo_api.services.tasks import TaskService
from todo_api.services.work import Work
from todo_domain import LabelUpdate, TaskCreate, TaskMove, TaskUpdate, new_id
from todo_domain.errors import DomainError

WRITES = 60
"""Of each writer; labels are on many tasks, so that there are many more changes."""
LABELS = ["errand", "home", "town"]


class Slow(UserScope):
    """Writes as the API does, but lets each commit wait for a moment."""

    async def _optimistic[T](self, unit: Callable[[Work], Awaitable[T]], since: float) -> T:
        async def slowly(session: Session) -> T:
            async with session.connection.transaction():
                done = await unit(self._work(session))
                await asyncio.sleep(random.uniform(0, 0.02))  # noqa: S311  no secret
                return done

        return await self.database.write(slowly, since)


class Writer:
    """Does one thing after the other to what all writers share."""

    def __init__(self, database: Database, user_id: str, seed: int, tasks: list[UUID], labels: list[UUID]) -> None:
        self._database, self._user_id = database, user_id
        self._chance = random.Random(seed)  # noqa: S311  no secret
        self._tasks, self._labels = tasks, labels
        self.lost = 0

    async def write(self, count: int) -> None:
        for _ in range(count):
            try:
                await self._one(Slow(self._database, self._user_id, datetime.now(UTC)))
            except DomainError:
                continue
            except DatabaseUnavailable:
                self.lost += 1

    async def _one(self, scope: UserScope) -> Document:  # noqa: PLR0911  one for each kind of write
        tasks, chance = TaskService(scope), self._chance
        task = chance.choice(self._tasks)
        match chance.randrange(8):
            case 0 | 1:
                self._tasks.append(new_id())
                new = TaskCreate(id=self._tasks[-1], title="new", labels=chance.sample(LABELS, 2))
                return await tasks.create(new, None)
            case 2:
                return await tasks.update(task, TaskUpdate(title=str(chance.random())), None)
            case 3:
                return await tasks.complete(task, None)
            case 4:
                return await tasks.move(task, TaskMove(after=chance.choice(self._tasks)), None)
            case 5:
                return await tasks.trash(task, None)
            case 6:
                return await tasks.empty_trash(None)
            case _:
                color = f"#{chance.randrange(0x1000000):06x}"
                name = chance.choice([f"label {chance.random()}", *LABELS])
                update = chance.choice([LabelUpdate(color=color), LabelUpdate(name=name)])
                return await LabelService(scope).update(chance.choice(self._labels), update, None)


async def test_a_reader_ends_with_what_there_is(ada: Client, api: Api, connection: asyncpg.Connection) -> None:
    tasks = [(await ada.create_task(labels=LABELS)).id for _ in range(30)]
    labels = [label.id for label in (await ada.labels()).values()]
    databases = [Database(api.settings.database, 4) for _ in range(2)]
    writers = [Writer(databases[number % 2], ada.user_id, number, tasks, labels) for number in range(WRITERS)]
    readers = [Replica(ada) for _ in range(2)]
    for reader in readers:
        await reader.catch_up()
        reader.seen.clear()
    writing = asyncio.gather(*(writer.write(WRITES) for writer in writers))

    async def follow(reader: Replica, limit: int) -> None:
        while not writing.done():
            await reader.read(limit)
        await reader.catch_up(limit)

    async def cut() -> None:
        """Break a writer's connection now and then, never those that the readers use."""
        while not writing.done():
            await asyncio.sleep(0.1)
            await connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = $1 AND state = 'idle in transaction' ORDER BY random() LIMIT 1",
                api.database.database,
            )

    async with asyncio.timeout(60):
        await asyncio.gather(writing, cut(), follow(readers[0], 7), follow(readers[1], 500))
    for database in databases:
        await database.close()

    changes = await connection.fetchval("SELECT count(*) FROM change WHERE user_id = $1", ada.user_id)
    truth = await things_of(ada)
    assert changes > WRITERS * WRITES
    assert sum(writer.lost for writer in writers) > 0, "no connection was broken in the middle of a write"
    for reader in readers:
        assert reader.things == truth
        versions = [version for version, *_ in reader.seen]
        assert versions == sorted(versions)
