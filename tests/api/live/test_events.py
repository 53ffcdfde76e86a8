"""What a stream tells: everything, once, in order, from a cursor on."""

import asyncio
import json

import pytest

from api.live.reader import PATH, reading
from client import Client, refusal
from crowd import at_once
from replica import Replica, things_of
from todo_api.cursor import Cursor
from todo_domain.schemas import Changes


async def cursor_of(client: Client) -> str:
    """Behind everything there is."""
    replica = Replica(client)
    await replica.catch_up()
    return str(replica.cursor)


async def test_what_happens_is_told_as_a_page_of_the_feed(ada: Client) -> None:
    cursor = await cursor_of(ada)

    async with reading(ada, cursor) as stream:
        task = await ada.create_task()
        event = await stream.event()

    assert event is not None
    page = Changes.model_validate_json(event.data)
    assert (event.name, event.id, page.has_more) == ("changes", page.next_cursor, False)
    assert [(item.kind, item.id, item.version) for item in page.items] == [("task", task.id, task.version)]
    pulled = await ada.get("/v1/changes", params={"after": cursor})
    assert pulled.json()["items"] == json.loads(event.data)["items"]


async def test_without_a_cursor_it_begins_now_and_can_be_gone_on_with(ada: Client) -> None:
    await ada.create_task(title="earlier")

    async with reading(ada) as stream:
        await ada.create_task(title="first")
        event = await stream.event()
    assert event is not None
    assert "first" in event.data
    assert "earlier" not in event.data

    async with ada.http.stream("GET", PATH) as response:
        beginning = await anext(response.aiter_bytes())
    await ada.create_task(title="meanwhile")
    (cursor,) = (line.removeprefix("id: ") for line in beginning.decode().split("\n") if line.startswith("id: "))
    async with reading(ada, cursor) as stream:
        event = await stream.event()
    assert event is not None
    assert "meanwhile" in event.data


async def test_nothing_is_missed_of_what_many_write_at_once(ada: Client) -> None:
    replicas = [Replica(ada) for _ in range(3)]
    for replica in replicas:
        await replica.catch_up()

    async def write(number: int) -> None:
        for _ in range(5):
            task = await ada.create_task(title=str(number))
            await ada.complete(task)
        await ada.trash(task)

    async def read(replica: Replica, writing: asyncio.Task[list[None]]) -> None:
        async with reading(ada, replica.cursor) as stream:
            await asyncio.shield(writing)
            await stream.follow(replica)

    writing = asyncio.create_task(at_once(write))
    await asyncio.gather(*(read(replica, writing) for replica in replicas))

    for replica in replicas:
        assert replica.seen == sorted(replica.seen)
        assert len(set(replica.seen)) == len(replica.seen)
        assert replica.things == await things_of(ada)


async def test_who_connects_again_goes_on_without_a_gap(ada: Client) -> None:
    replica = Replica(ada)
    await replica.catch_up()
    first_cursor = str(replica.cursor)

    for round_ in range(3):
        async with reading(ada, first_cursor, **({"Last-Event-ID": str(replica.cursor)} if round_ else {})) as stream:
            await ada.create_task(title=f"connected {round_}")
            await stream.follow(replica)
        await ada.create_task(title=f"away {round_}")
    async with reading(ada, **{"Last-Event-ID": str(replica.cursor)}) as stream:
        await stream.follow(replica)

    assert len(set(replica.seen)) == len(replica.seen)


async def test_nobody_is_told_what_others_do(ada: Client, bob: Client) -> None:
    async with reading(ada, await cursor_of(ada)) as stream:
        await bob.create_task(title="his")
        await ada.create_task(title="hers")
        event = await stream.event()

    assert event is not None
    assert "hers" in event.data
    assert "his" not in event.data


@pytest.mark.parametrize(("count", "notes"), [(101, ""), (10, "x" * 9_000)], ids=["rows", "bytes"])
async def test_what_is_too_much_is_to_be_pulled(ada: Client, count: int, notes: str) -> None:
    cursor = await cursor_of(ada)
    for start in range(0, count, 10):
        await asyncio.gather(*(ada.create_task(notes=notes) for _ in range(start, min(start + 10, count))))

    async with reading(ada, cursor) as stream:
        assert await stream.names() == ["pull"]


async def test_who_has_not_read_everything_is_to_go_on_with_that(ada: Client) -> None:
    await ada.create_task()
    replica = Replica(ada)
    assert (await replica.read(1)).has_more

    async with reading(ada, replica.cursor) as stream:
        assert await stream.names() == ["pull"]


async def test_an_account_that_is_deleted_ends_its_streams(ada: Client) -> None:
    cursor = await cursor_of(ada)

    async with reading(ada, cursor) as stream:
        assert (await ada.delete("/v1/account")).status_code == 204
        assert await stream.names() == ["pull"]

    assert refusal(await ada.get(PATH, params={"after": cursor})) == (410, "feed_expired")


async def test_a_cursor_that_is_none_is_refused_before_anything_is_told(ada: Client, bob: Client) -> None:
    cursor = await cursor_of(ada)

    for wrong in ("", "x", "\N{SNOWMAN}", cursor[:-1], await cursor_of(bob)):
        assert refusal(await ada.get(PATH, params={"after": wrong})) == (400, "invalid_cursor")
        headers = {"Last-Event-ID": (wrong or "y").encode()}  # an empty one is what browsers send who know none
        assert refusal(await ada.get(PATH, params={"after": cursor}, headers=headers)) == (400, "invalid_cursor")


async def test_a_cursor_from_too_long_ago_is_refused(ada: Client) -> None:
    feed = Cursor.bound_to(ada.user_id, {"list": "changes"})
    cursor = feed.seal(feed.open(await cursor_of(ada)).replace(b'"at":"2026', b'"at":"2016'))
    await ada.create_task()

    assert refusal(await ada.get(PATH, params={"after": cursor})) == (410, "feed_expired")
