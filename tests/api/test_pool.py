"""The pool, on a real server: turns in order, places that are never lost, connections that are replaced."""

import asyncio
import random
from collections.abc import AsyncIterator

import asyncpg
import pytest

from todo_api import pool as pools
from todo_api.database_url import DatabaseTarget
from todo_api.pool import Pool

pytestmark = pytest.mark.direct("the pool's own connections are counted on the server")

SIZE = 3


@pytest.fixture
async def pool(database_target: DatabaseTarget) -> AsyncIterator[Pool]:
    pool = Pool(lambda: asyncpg.connect(**database_target.connect_arguments()), SIZE)
    yield pool
    await pool.close(1)


async def test_it_opens_no_more_than_it_may(pool: Pool) -> None:
    most = 0

    async def use() -> int:
        nonlocal most
        connection = await pool.acquire()
        most = max(most, pool.in_use)
        process: int = await connection.fetchval("SELECT pg_backend_pid()")
        pool.release(connection)
        return process

    processes = await asyncio.gather(*(use() for _ in range(50)))

    assert most <= SIZE
    assert len(set(processes)) <= SIZE
    assert {pool.open for _ in [await pool.acquire() for _ in range(SIZE)]} == {SIZE}


async def test_the_one_used_last_is_used_first(pool: Pool) -> None:
    first, second = await pool.acquire(), await pool.acquire()
    pool.release(first)
    pool.release(second)

    assert await pool.acquire() is second


async def test_nobody_overtakes(pool: Pool) -> None:
    taken = [await pool.acquire() for _ in range(SIZE)]
    order: list[str] = []

    async def use(name: str) -> None:
        connection = await pool.acquire()
        order.append(name)
        pool.release(connection)

    waiting = [asyncio.create_task(use(str(number))) for number in range(5)]
    await asyncio.sleep(0)
    assert pool.waiting == 5
    pool.release(taken.pop())
    newcomer = asyncio.create_task(use("newcomer"))
    await asyncio.gather(*waiting, newcomer)
    for connection in taken:
        pool.release(connection)

    assert order == [*map(str, range(5)), "newcomer"]


async def test_who_waits_too_long_is_told(pool: Pool) -> None:
    taken = [await pool.acquire() for _ in range(SIZE)]

    with pytest.raises(TimeoutError):
        await pool.acquire(asyncio.get_running_loop().time() + 0.05)

    assert pool.waiting == 0
    for connection in taken:
        pool.release(connection)
    assert await pool.acquire() in taken


async def test_the_wait_and_the_connecting_have_one_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "POOL_TIMEOUT", 0.4)

    seconds = [0.3, 10.0]

    async def connect() -> asyncpg.Connection:
        await asyncio.sleep(seconds.pop(0))
        raise OSError("no way")

    loop = asyncio.get_running_loop()
    pool = Pool(connect, 1)
    first = asyncio.create_task(pool.acquire())
    await asyncio.sleep(0)
    began = loop.time()
    with pytest.raises(TimeoutError):
        await pool.acquire()  # it is handed the first one's place after 0.3 s
    waited = loop.time() - began
    with pytest.raises(OSError, match="no way"):
        await first
    await pool.close(0)

    assert waited < 0.6


async def test_what_nobody_uses_is_hung_up(pool: Pool) -> None:
    taken = [await pool.acquire() for _ in range(SIZE)]
    for connection in taken[1:]:
        pool.release(connection)

    pool.hang_up_idle()

    assert [connection.is_closed() for connection in taken] == [False, True, True]
    assert pool.open == 1
    others = [await pool.acquire() for _ in range(SIZE - 1)]
    assert not set(taken) & set(others)


async def test_no_place_is_lost_to_those_who_go_away(pool: Pool) -> None:
    chance = random.Random(5)  # noqa: S311  no secret, and the same each time

    async def use() -> None:
        connection = await pool.acquire()
        try:
            await connection.execute("SELECT 1")
        except asyncio.CancelledError:
            connection.terminate()
            raise
        finally:
            pool.release(connection)

    for _ in range(40):
        users = [asyncio.create_task(use()) for _ in range(12)]
        for _ in range(chance.randrange(12)):
            await asyncio.sleep(0)
        for user in chance.sample(users, 6):
            user.cancel()
        await asyncio.gather(*users, return_exceptions=True)

    assert pool.in_use == pool.waiting == 0
    all_of_them = [await pool.acquire() for _ in range(SIZE)]
    assert [await connection.fetchval("SELECT 1") for connection in all_of_them] == [1] * SIZE


async def test_a_connection_that_was_handed_to_nobody_is_handed_on(pool: Pool) -> None:
    taken = [await pool.acquire() for _ in range(SIZE)]
    gone, next_one = asyncio.create_task(pool.acquire()), asyncio.create_task(pool.acquire())
    await asyncio.sleep(0)
    pool.release(taken[0])  # it is the first one's now
    gone.cancel()

    assert await next_one is taken[0]


async def test_a_broken_connection_makes_room(pool: Pool) -> None:
    taken = [await pool.acquire() for _ in range(SIZE)]
    waiting = asyncio.create_task(pool.acquire())
    await asyncio.sleep(0)
    taken[0].terminate()
    pool.release(taken[0])

    connection = await waiting

    assert connection not in taken
    assert await connection.fetchval("SELECT 1") == 1


async def test_a_transaction_that_was_left_open_is_nobody_elses(pool: Pool) -> None:
    connection = await pool.acquire()
    await connection.execute("BEGIN")
    pool.release(connection)

    another = await pool.acquire()

    assert another is not connection
    assert not another.is_in_transaction()


async def test_an_idle_connection_has_to_prove_that_it_is_alive(
    pool: Pool, database_target: DatabaseTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pools, "PROBE_AFTER", -1.0)
    connection = await pool.acquire()
    pool.release(connection)
    assert await pool.acquire() is connection

    process = await connection.fetchval("SELECT pg_backend_pid()")
    pool.release(connection)
    operator = await asyncpg.connect(**database_target.connect_arguments())
    await operator.execute("SELECT pg_terminate_backend($1, 5000)", process)
    await operator.close()

    another = await pool.acquire()
    assert another is not connection
    assert await another.fetchval("SELECT 1") == 1


async def test_who_cannot_connect_leaves_the_place_to_others(database_target: DatabaseTarget) -> None:
    ways = [OSError("no way"), OSError("no way"), None]

    async def connect() -> asyncpg.Connection:
        way = ways.pop(0)
        if way is not None:
            raise way
        return await asyncpg.connect(**database_target.connect_arguments())

    pool = Pool(connect, 1)
    users = [asyncio.create_task(pool.acquire()) for _ in range(3)]
    outcomes = await asyncio.gather(*users, return_exceptions=True)
    await pool.close(0)

    assert [isinstance(outcome, OSError) for outcome in outcomes] == [True, True, False]


async def test_what_has_been_idle_for_long_is_closed(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "RECYCLE_AFTER", 0.02)
    first, second = await pool.acquire(), await pool.acquire()
    pool.release(first)
    pool.release(second)

    async with asyncio.timeout(5):
        while not (first.is_closed() and second.is_closed()):  # noqa: ASYNC110  nothing tells when
            await asyncio.sleep(0.01)

    everything = [await pool.acquire() for _ in range(SIZE)]
    assert not {first, second} & set(everything)


async def test_when_it_closes_it_waits_for_what_is_in_use_and_for_nothing_else(pool: Pool) -> None:
    taken = [await pool.acquire() for _ in range(SIZE)]
    waiting = asyncio.create_task(pool.acquire())
    await asyncio.sleep(0)
    closing = asyncio.create_task(pool.close(10))

    with pytest.raises(ConnectionError):
        await waiting
    with pytest.raises(ConnectionError):
        await pool.acquire()
    assert await taken[0].fetchval("SELECT 1") == 1
    for connection in taken:
        pool.release(connection)
    await closing

    assert all(connection.is_closed() for connection in taken)


async def test_when_it_closes_its_patience_ends(pool: Pool) -> None:
    connection = await pool.acquire()

    await pool.close(0.01)

    assert connection.is_closed()


async def test_what_is_in_the_making_when_it_closes_is_closed(database_target: DatabaseTarget) -> None:
    made: list[asyncpg.Connection] = []
    going_on = asyncio.Event()

    async def connect() -> asyncpg.Connection:
        made.append(await asyncpg.connect(**database_target.connect_arguments()))
        await going_on.wait()
        return made[0]

    pool = Pool(connect, 1)
    asking = asyncio.create_task(pool.acquire())
    async with asyncio.timeout(5):
        while not made:  # noqa: ASYNC110  nothing tells when
            await asyncio.sleep(0.01)
    await pool.close(0)
    going_on.set()

    with pytest.raises(ConnectionError):
        await asking
    assert made[0].is_closed()


async def test_what_was_handed_over_when_it_closed_is_closed(pool: Pool) -> None:
    taken = [await pool.acquire() for _ in range(SIZE)]
    waiting = asyncio.create_task(pool.acquire())
    await asyncio.sleep(0)
    pool.release(taken[0])  # it is on its way to who waits
    for connection in taken[1:]:
        pool.release(connection)
    await pool.close(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)

    assert all(connection.is_closed() for connection in taken)
