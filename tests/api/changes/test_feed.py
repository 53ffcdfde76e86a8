"""The feed: whoever reads it knows everything, in the order in which it happened."""

from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar
from uuid import UUID

import asyncpg
import pytest

from client import Client, address, if_match, refusal
from operations import MISSING_ID
from replica import Replica, things_of
from running import Api
from todo_api.cursor import Cursor
from todo_api.database import Database
from todo_api.services.feed import FeedService
from todo_api.services.scope import UserScope
from todo_api.sql.statement import Statement


async def settle(ada: Client) -> None:
    """Some of everything, some of it in the trash, some gone for good."""
    project = await ada.create_project()
    section = await ada.create_section(project)
    task = await ada.create_task(section_id=str(section.id), labels=["errand", "home"])
    await ada.create_task(parent_id=str(task.id))
    await ada.trash(await ada.create_task())
    await ada.delete(address(await ada.create_label(name="old")))
    await ada.patch("/v1/account", json={"timezone": "Europe/Berlin"})


@pytest.mark.parametrize("limit", [1, 3, 500])
async def test_without_a_cursor_it_is_everything(ada: Client, limit: int) -> None:
    await settle(ada)
    replica = Replica(ada)

    await replica.catch_up(limit)

    assert replica.things == await things_of(ada)


async def test_it_starts_with_an_account_for_whom_has_none(ada: Client) -> None:
    replica = Replica(ada)

    await replica.catch_up()

    assert [kind for _, kind, _ in replica.seen] == ["account", "project"]
    assert replica.things == await things_of(ada)


@pytest.mark.parametrize("limit", [1, 4, 100])
async def test_what_happens_while_everything_is_read_follows(ada: Client, limit: int) -> None:
    tasks = [await ada.create_task() for _ in range(8)]
    replica = Replica(ada)
    await replica.read(limit)

    await ada.patch(address(tasks[0]), json={"title": "changed"})
    await ada.trash(tasks[7])
    await ada.delete(f"/v1/trash/{tasks[7].id}")
    await ada.create_task(title="late")
    await replica.catch_up(limit)

    assert replica.things == await things_of(ada)


async def test_what_was_changed_comes_in_order_once_a_thing_as_it_is_now(ada: Client) -> None:
    first, second, third = [await ada.create_task() for _ in range(3)]
    replica = Replica(ada)
    await replica.catch_up()
    replica.seen.clear()

    await ada.patch(address(second), json={"title": "once"})
    await ada.patch(address(first), json={"title": "once"})
    await ada.patch(address(second), json={"title": "twice"})
    gone = await ada.create_label(name="gone")
    await ada.delete(address(gone))
    await replica.catch_up()

    assert [thing_id for _, _, thing_id in replica.seen] == [str(first.id), str(second.id), str(gone.id)]
    assert [version for version, *_ in replica.seen] == sorted(version for version, *_ in replica.seen)
    assert replica.things["task", str(second.id)]["title"] == "twice"
    assert replica.things["task", str(third.id)]["version"] == third.version
    assert ("label", str(gone.id)) not in replica.things


async def test_one_write_that_touches_much_is_read_in_parts(ada: Client) -> None:
    tasks = [await ada.create_task(labels=["errand"]) for _ in range(7)]
    replica = Replica(ada)
    await replica.catch_up()
    label = (await ada.labels())["errand"]
    await ada.patch(address(label), json={"name": "town"})
    replica.seen.clear()

    pages = [await replica.read(3) for _ in range(3)]

    assert [(len(page.items), page.has_more) for page in pages] == [(3, True), (3, True), (2, False)]
    assert len(set(replica.seen)) == len(tasks) + 1
    assert replica.things == await things_of(ada)


async def test_at_the_end_there_is_nothing_more(ada: Client) -> None:
    replica = Replica(ada)
    await replica.catch_up()

    again = await replica.read()

    assert (again.items, again.has_more) == ([], False)


async def test_a_cursor_of_somebody_else_or_changed_is_refused(ada: Client, bob: Client) -> None:
    his, hers = Replica(bob), Replica(ada)
    await his.catch_up()
    await hers.catch_up()
    cursor = str(hers.cursor)
    made_up = Cursor.bound_to(ada.user_id, {"list": "changes"}).seal(b'{"version": 1}')
    of_a_list = Cursor.bound_to(ada.user_id, {"list": "tasks"}).seal(b"{}")

    for bad in (str(his.cursor), cursor[:-1], f"{cursor}A", cursor.swapcase(), "", "é", made_up, of_a_list):
        response = await ada.get("/v1/changes", params={"after": bad})
        assert refusal(response) == (400, "invalid_cursor"), bad


async def test_an_account_made_again_is_read_from_the_beginning(ada: Client) -> None:
    replica = Replica(ada)
    await replica.catch_up()
    await ada.delete("/v1/account")

    for _ in range(2):
        response = await ada.get("/v1/changes", params={"after": str(replica.cursor)})
        assert refusal(response) == (410, "feed_expired")
        await ada.create_task()


async def test_a_place_ahead_of_the_account_is_none_of_its_past(ada: Client, connection: asyncpg.Connection) -> None:
    """As after a failover to a copy that had not been told everything."""
    await ada.create_task()
    replica = Replica(ada)
    await replica.catch_up()

    await connection.execute("UPDATE account SET version = version - 1 WHERE user_id = $1", ada.user_id)

    assert refusal(await ada.get("/v1/changes", params={"after": str(replica.cursor)})) == (410, "feed_expired")


async def test_what_was_too_long_ago_has_to_be_started_over(ada: Client) -> None:
    task = await ada.create_task()
    replica = Replica(ada)
    await replica.catch_up()
    feed = Cursor.bound_to(ada.user_id, {"list": "changes"})
    long_ago = feed.open(str(replica.cursor)).replace(b'"at":"2026', b'"at":"2016')
    replica.cursor = feed.seal(long_ago)

    assert (await replica.read()).items == []  # nothing has happened since
    replica.cursor = feed.seal(long_ago)
    await ada.patch(address(task), json={"title": "changed"})

    response = await ada.get("/v1/changes", params={"after": str(replica.cursor)})
    assert refusal(response) == (410, "feed_expired")


async def test_every_write_says_which_change_it_made(ada: Client) -> None:
    created = await ada.post("/v1/tasks", json={"title": "new"})
    task = f"/v1/tasks/{created.json()['id']}"
    writes = [
        created,
        await ada.patch(task, json={"title": "changed"}),
        await ada.put(f"{task}/completion"),
        await ada.delete(task),
        await ada.delete("/v1/trash"),
    ]

    changes = [int(write.headers["Change-Id"]) for write in writes]

    assert changes == list(range(changes[0], changes[0] + len(writes)))
    assert (await ada.account()).version == changes[-1]


async def test_what_changes_nothing_has_no_change(ada: Client) -> None:
    task = await ada.complete(await ada.create_task())

    for response in (
        await ada.put(f"{address(task)}/completion"),
        await ada.patch(address(task), json={}, headers=if_match(task)),
        await ada.delete("/v1/trash"),
        await ada.delete(f"/v1/tasks/{MISSING_ID}"),
    ):
        assert "Change-Id" not in response.headers


class Recording(UserScope):
    """Remembers what its statements were given."""

    given: ClassVar[list[dict[str, Any]]] = []

    async def read(self, statement: Statement, **values: Any) -> Any:
        self.given.append(values)
        return await super().read(statement, **values)


async def test_the_end_needs_no_kind_to_sort_behind_all_others(ada: Client, api: Api) -> None:
    """How text sorts is for each database's locale to say: in most, punctuation comes before letters."""
    await ada.create_task()
    database = Database(api.settings.database, 1)
    feed = FeedService(Recording(database, ada.user_id, datetime.now(UTC)), timedelta(days=90))
    end = await feed.head()

    found = await feed.after(end, 10)
    await database.close()

    assert (found.items, found.has_more) == (b"[]", False)
    assert Recording.given[-1] | {"limit": 10} == {
        "after_version": end.version + 1,
        "after_kind": "",
        "after_id": UUID(int=0),
        "limit": 10,
    }


async def test_a_cursor_that_loads_nothing_is_no_cursor(ada: Client) -> None:
    replica = Replica(ada)
    await replica.catch_up()
    feed = Cursor.bound_to(ada.user_id, {"list": "changes"})
    made_up = feed.seal(feed.open(str(replica.cursor)).replace(b"}", b',"loads":true}'))

    assert refusal(await ada.get("/v1/changes", params={"after": made_up})) == (400, "invalid_cursor")
