"""A copy that follows the feed: complete, current, and never half of anything."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

import jwt
import pytest

from python_client.faults import Fault, Wire
from python_client.people import People
from python_client.syncing import QUICK, things_in, things_of, until, until_current, until_it_is
from running import SECRET
from todo_client import TodoClient
from todo_client.models import LabelCreate, ProjectCreate, SectionCreate, TaskCreate, TaskUpdate
from todo_client.sync import Changed, MemoryStorage, Pace
from todo_client.sync import feed as feeds

CHANGES = "/v1/changes"


class Fragile(MemoryStorage):
    """A storage whose disk is full when it is told so."""

    is_full = False

    async def apply(self, items: Sequence[Changed], cursor: str, /) -> None:
        if self.is_full:
            raise OSError("No space left on device")
        await super().apply(items, cursor)


class Watched(MemoryStorage):
    """Remembers what it was told to do, and what it had when everything was replaced."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.replaced: list[set[UUID]] = []

    async def apply(self, items: Sequence[Changed], cursor: str, /) -> None:
        self.done.append("apply")
        await super().apply(items, cursor)

    async def replace(self, items: Sequence[Changed], cursor: str, /) -> None:
        self.replaced.append({thing.id for thing in await self.all("task")})
        self.done.append("replace")
        await super().replace(items, cursor)


async def garden(ada: TodoClient) -> UUID:
    """Something of every kind; answers with a task's id."""
    project = await ada.projects.create(ProjectCreate(name="Garden"))
    section = await ada.sections.create(SectionCreate(project_id=project.data.id, name="Beds"))
    await ada.labels.create(LabelCreate(name="errand"))
    task = await ada.tasks.create(TaskCreate(title="Water", section_id=section.data.id, labels=["errand"]))
    await ada.tasks.create(TaskCreate(title="Fetch the can", parent_id=task.data.id))
    return task.data.id


async def test_it_has_everything_and_follows_what_happens(people: People) -> None:
    token = people.token()
    ada, phone, storage = people.client(token=token), people.client(token=token), MemoryStorage()
    task_id = await garden(ada)

    async with ada.sync(storage, pace=QUICK) as sync:
        await until_current(sync, storage, ada)
        await phone.tasks.update(task_id, TaskUpdate(title="Water the basil", labels=[]))
        await until_current(sync, storage, ada)
        (label,) = await sync.labels.all()
        await phone.labels.delete(label.id)
        await phone.tasks.trash(task_id)
        await until_current(sync, storage, ada)
        trashed = await sync.tasks.get(task_id)
        assert trashed is not None
        assert trashed.deleted_at is not None
        await phone.trash.empty()
        await until_current(sync, storage, ada)

        assert (await sync.tasks.get(task_id), await sync.labels.all()) == (None, [])
        assert [project.name for project in await sync.projects.all() if not project.is_inbox] == ["Garden"]
        assert [account.timezone for account in await sync.accounts.all()] == ["UTC"]


async def test_it_goes_on_where_it_was_when_it_ended(people: People) -> None:
    wire, storage = Wire(), Watched()
    ada = people.client(transport=wire)
    task_id = await garden(ada)
    async with ada.sync(storage, pace=QUICK) as sync:
        await until_current(sync, storage, ada)
    cursor = await storage.cursor()
    before = len(wire.to(CHANGES))
    await ada.tasks.update(task_id, TaskUpdate(title="Weed"))

    async with ada.sync(storage, pace=QUICK) as sync:
        await until_current(sync, storage, ada)

    assert wire.to(CHANGES)[before].url.params.get("after") == cursor
    assert storage.done.count("replace") == 1


async def test_what_is_read_in_many_pages_is_there_all_at_once(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "PAGE", 2)
    lost = [None, Fault.REFUSED, Fault.REFUSED, Fault.REFUSED, None, Fault.UNAVAILABLE]
    wire, storage = Wire(*lost, path=CHANGES), Watched()
    ada = people.client(transport=wire)
    await garden(ada)

    async with ada.sync(storage, pace=QUICK) as sync:
        await until_current(sync, storage, ada)

    assert storage.done[0] == "replace"
    assert storage.replaced == [set()]
    assert [request.url.params.get("after") for request in wire.to(CHANGES)].count(None) == 1


async def test_an_account_made_anew_replaces_the_old_one_in_one_go(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, storage = people.client(), Watched()
    await garden(ada)
    async with ada.sync(storage, pace=QUICK) as sync:
        await until_current(sync, storage, ada)
    old = {task.id for task in await storage.all("task")}
    await ada.account.delete()
    new = await garden(ada)
    monkeypatch.setattr(feeds, "PAGE", 2)

    async with ada.sync(storage, pace=QUICK) as sync:
        await until_current(sync, storage, ada)

        assert await sync.tasks.get(new) is not None
    assert storage.replaced == [set(), old]


async def test_a_page_and_its_cursor_are_stored_together_or_not_at_all(ada: TodoClient) -> None:
    storage = Fragile()
    task_id = await garden(ada)
    async with ada.sync(storage, pace=QUICK) as sync:
        await until_current(sync, storage, ada)
    before = await storage.cursor(), await things_in(storage)
    await ada.tasks.update(task_id, TaskUpdate(title="Weed"))
    storage.is_full = True

    with pytest.raises(OSError, match="No space"):
        async with ada.sync(storage, pace=QUICK), asyncio.timeout(10):
            await asyncio.Event().wait()

    assert (await storage.cursor(), await things_in(storage)) == before
    storage.is_full = False
    async with ada.sync(storage, pace=QUICK) as sync:
        await until_current(sync, storage, ada)


@pytest.mark.parametrize("fault", [Fault.REFUSED, Fault.UNAVAILABLE], ids=["refused", "unavailable"])
async def test_it_is_there_again_when_the_network_is(people: People, fault: Fault) -> None:
    token, wire, storage = people.token(), Wire(), MemoryStorage()
    ada, phone = people.client(token=token, transport=wire), people.client(token=token)
    wire.always = fault

    async with ada.sync(storage, pace=QUICK) as sync:
        await until_it_is(sync, "offline")
        assert sync.trouble is not None
        await garden(phone)
        wire.always = None
        await until_current(sync, storage, phone)


async def test_a_storage_is_of_use_without_a_network(people: People) -> None:
    token, wire, storage = people.token(), Wire(), MemoryStorage()
    ada = people.client(token=token)
    task_id = await garden(ada)
    async with ada.sync(storage, pace=QUICK) as sync:
        await until_current(sync, storage, ada)
    wire.always = Fault.REFUSED

    async with people.client(token=token, transport=wire).sync(storage, pace=QUICK) as sync:
        await until_it_is(sync, "offline")
        task = await sync.tasks.get(task_id)

    assert task is not None
    assert task.title == "Water"


async def test_a_provider_of_tokens_may_fail_and_its_token_expire(people: People) -> None:
    good = people.token()
    claims = jwt.decode(good, options={"verify_signature": False})
    expired = jwt.encode(claims | {"iat": claims["iat"] - 7200, "exp": claims["exp"] - 7200}, SECRET)
    answers = iter([None, expired, good])

    def provide() -> str:
        answer = next(answers)
        if answer is None:
            raise ConnectionError("the issuer cannot be reached")
        return answer

    storage = MemoryStorage()
    ada = people.client(token=provide)

    async with ada.sync(storage, pace=QUICK) as sync:
        await until_current(sync, storage, people.client(token=good))

    assert list(answers) == []


async def test_nothing_goes_back_to_an_earlier_version(people: People) -> None:
    storage = MemoryStorage()
    token = people.token()
    ada = people.client(token=token)
    task_id = await garden(ada)
    async with ada.sync(storage, pace=QUICK) as sync:
        await until_current(sync, storage, ada)
    old = await storage.find("task", task_id)
    wire = Wire(None, Fault.OUTDATED, path=CHANGES)
    await ada.tasks.update(task_id, TaskUpdate(title="Weed"))
    newer = await people.client(token=token, transport=wire).changes.list(after=_text(await storage.cursor()))
    await ada.tasks.update(task_id, TaskUpdate(title="Hoe"))
    async with ada.sync(storage, pace=QUICK) as sync:
        await until_current(sync, storage, ada)
    assert old is not None
    assert [item.version > old.version for item in newer.items if item.id == task_id] == [True]

    async with people.client(token=token, transport=wire).sync(storage, pace=QUICK) as sync:
        await until(sync, lambda: _is(sync.status in {"live", "polling"}))
        task = await sync.tasks.get(task_id)

    assert task is not None
    assert task.title == "Hoe"


def _text(cursor: str | None) -> str:
    assert cursor is not None
    return cursor


async def _is(value: bool) -> bool:  # noqa: FBT001  # it is what it says
    return value


async def test_updates_say_what_has_changed_and_end_with_the_sync(ada: TodoClient) -> None:
    storage = MemoryStorage()
    async with ada.sync(storage, pace=QUICK) as sync:
        await until_current(sync, storage, ada)
        updates = sync.updates()
        assert await anext(updates) == frozenset()
        task = await ada.tasks.create(TaskCreate(title="Water"))

        changed = set[tuple[str, UUID]]()
        async with asyncio.timeout(10):
            while ("task", task.data.id) not in changed:
                changed |= await anext(updates)

        idle = sync.updates()
        await anext(idle)
    async with asyncio.timeout(10):
        assert [update async for update in idle] == []
        assert [update async for update in sync.updates()] == []
    assert await things_in(storage) == await things_of(ada)


async def test_what_the_application_raises_comes_out_as_it_is(ada: TodoClient) -> None:
    with pytest.raises(KeyError, match="its own"):
        async with ada.sync(MemoryStorage(), pace=QUICK):
            raise KeyError("its own")


@pytest.mark.parametrize("wrong", [{"first_pause": 0}, {"first_pause": 2, "longest_pause": 1}], ids=["0", "longer"])
def test_a_pace_that_makes_no_sense_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="first_pause"):
        Pace(**wrong)
