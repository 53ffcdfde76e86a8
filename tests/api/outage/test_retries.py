"""What is tried again, case by case: a real server raises each error, or asyncpg makes it of a real fault."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest

from todo_api.database import ATTEMPTS, Database, DatabaseUnavailable, OutcomeUnknown, Session
from todo_api.database_url import DatabaseTarget

UNDONE = ["40001", "40P01", "55P03"]
NOT_BEGUN = ["53300", "57P03", "08001", "08004", "25006"]
BROKEN = ["57P01", "57P02", "57P04", "57P05", "08000", "08003", "08006", "08007", "08P01", "25P03", "25P04"]
FINAL = ["22001", "22P02", "22012", "23505", "23503", "26000", "42P05", "42601", "42703", "0A000", "P0001", "XX000"]


class Raising:
    """A unit of work that PostgreSQL ends with this SQLSTATE, so many times."""

    def __init__(self, state: str, times: int = 1_000) -> None:
        self.state = state
        self.times = times
        self.attempts = 0

    async def __call__(self, session: Session) -> str:
        self.attempts += 1
        if self.attempts <= self.times:
            await session.connection.execute(f"DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{self.state}'; END $$")
        return "done"

    async def in_transaction(self, session: Session) -> str:
        async with session.transaction():
            return await self(session)


@pytest.fixture
async def database(served_target: DatabaseTarget) -> AsyncIterator[Database]:
    database = Database(served_target, 2)
    yield database
    await database.close()


@pytest.mark.parametrize("state", UNDONE + NOT_BEGUN)
async def test_what_did_not_happen_is_tried_again(database: Database, state: str) -> None:
    for run in (database.read, database.write):
        for unit in (once := Raising(state, 1)), (twice := Raising(state, 2)):
            assert await run(unit) == "done"
        assert (once.attempts, twice.attempts) == (2, 3)

        in_vain = Raising(state)
        with pytest.raises(DatabaseUnavailable) as refusal:
            await run(in_vain)
        assert not isinstance(refusal.value, OutcomeUnknown)
        assert in_vain.attempts == ATTEMPTS


@pytest.mark.parametrize("state", BROKEN)
async def test_of_what_may_have_happened_reads_are_tried_again_and_writes_are_not(
    database: Database, state: str
) -> None:
    assert await database.read(Raising(state, 2)) == "done"

    write = Raising(state, 1)
    with pytest.raises(OutcomeUnknown):
        await database.write(write)
    assert write.attempts == 1


@pytest.mark.parametrize("state", BROKEN)
async def test_a_write_that_broke_before_its_commit_is_tried_again(database: Database, state: str) -> None:
    write = Raising(state, 2)

    assert await database.write(write.in_transaction) == "done"
    assert write.attempts == 3


@pytest.mark.parametrize("state", FINAL)
async def test_what_would_fail_again_is_not_tried_again(database: Database, state: str) -> None:
    for run in (database.read, database.write):
        unit = Raising(state)
        with pytest.raises(asyncpg.PostgresError) as refusal:
            await run(unit)
        assert (refusal.value.sqlstate, unit.attempts) == (state, 1)


async def test_what_took_too_long_is_not_tried_again(database: Database) -> None:
    for run in (database.read, database.write):
        unit = Raising("57014")
        with pytest.raises(DatabaseUnavailable) as refusal:
            await run(unit)
        assert not isinstance(refusal.value, OutcomeUnknown)
        assert unit.attempts == 1


async def test_a_commit_that_is_not_answered_leaves_it_open(database: Database) -> None:
    """It breaks after COMMIT was sent: whether it was done, nobody knows here."""
    attempts = 0

    async def unit(session: Session) -> None:
        nonlocal attempts
        attempts += 1
        async with session.transaction():
            await session.connection.execute(
                "CREATE TEMPORARY TABLE slow (id int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED);"
                "CREATE FUNCTION pg_temp.wait() RETURNS trigger LANGUAGE plpgsql AS"
                " $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;"
                "CREATE CONSTRAINT TRIGGER late AFTER INSERT ON slow DEFERRABLE INITIALLY DEFERRED"
                " FOR EACH ROW EXECUTE FUNCTION pg_temp.wait();"
                "INSERT INTO slow VALUES (1)"
            )

    with pytest.raises(OutcomeUnknown):
        await database.write(unit)
    assert attempts == 1


async def test_a_closed_connection_and_a_timeout_are_as_a_broken_connection(database: Database) -> None:
    async def hang_up(session: Session) -> None:
        session.connection.terminate()
        await session.connection.execute("SELECT 1")

    async def be_slow(session: Session) -> None:
        await session.connection.execute("SELECT pg_sleep(5)", timeout=0.05)

    for unit in (hang_up, be_slow):
        with pytest.raises(OutcomeUnknown):
            await database.write(unit)
        retries = database.retries
        with pytest.raises(DatabaseUnavailable):
            await database.read(unit)
        assert database.retries == retries + ATTEMPTS - 1


@pytest.mark.direct("no plan is kept there")
async def test_an_outdated_plan_is_made_again(database: Database, database_target: DatabaseTarget) -> None:
    """Outside of a transaction asyncpg sees to that; within one it cannot."""

    async def unit(session: Session) -> list[asyncpg.Record]:
        async with session.transaction():
            return list(await session.connection.fetch("SELECT * FROM word"))

    operator = await asyncpg.connect(**database_target.connect_arguments())
    await operator.execute("CREATE TABLE word (text text)")
    await database.write(unit)

    for run in (database.read, database.write):
        await operator.execute(f"ALTER TABLE word ADD COLUMN {run.__name__} int")
        retries = database.retries
        assert await run(unit) == []
        assert database.retries == retries + 1
    await operator.close()


async def test_after_its_time_nothing_is_tried_again(database: Database) -> None:
    slow = Raising("40001")

    async def unit(session: Session) -> str:
        await session.connection.execute("SELECT pg_sleep(1.1)")
        return await slow(session)

    with pytest.raises(DatabaseUnavailable):
        await database.write(unit)
    assert slow.attempts == 1


async def test_a_cancelled_unit_gives_its_connection_to_nobody(database: Database) -> None:
    async def unit(session: Session) -> None:
        async with session.transaction():
            await session.connection.execute("SELECT pg_sleep(5)")

    for _ in range(4):
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(database.write(unit), 0.1)
    assert (database.pool.in_use, database.pool.open) == (0, 0)
