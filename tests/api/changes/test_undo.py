"""Undo takes back every kind of write, and undoing the undo does it again."""

from collections.abc import Awaitable, Callable

import httpx2
import pytest

from client import Client, address, refusal
from operations import MISSING_ID
from replica import Replica, things_of
from todo_domain import LabelRead, ProjectRead, SectionRead, TaskRead
from undoing import ask_to_undo, change_of, contents, undo


class Desk:
    """Some of everything, for writes to change."""

    def __init__(self, ada: Client) -> None:
        self.ada = ada

    async def furnish(self) -> None:
        ada = self.ada
        self.garden: ProjectRead = await ada.create_project()
        self.house: ProjectRead = await ada.create_project(name="House")
        self.beds: SectionRead = await ada.create_section(self.garden)
        self.shed: SectionRead = await ada.create_section(self.garden, name="Shed")
        self.errand: LabelRead = await ada.create_label(name="errand")
        self.home: LabelRead = await ada.create_label(name="home")
        self.task: TaskRead = await ada.create_task(
            section_id=str(self.beds.id),
            labels=["home", "errand"],
            due={"kind": "zoned", "datetime": "2026-12-24T18:00:00.25", "timezone": "Asia/Tokyo"},
        )
        self.subtask: TaskRead = await ada.create_task(parent_id=str(self.task.id), labels=["errand"])
        self.discarded: TaskRead = await ada.create_task(parent_id=str(self.task.id))
        self.completed: TaskRead = await ada.complete(await ada.create_task())
        self.trashed: TaskRead = await ada.create_task(project_id=str(self.house.id))
        self.old: ProjectRead = await ada.create_project(name="Old")
        await ada.create_task(project_id=str(self.old.id))
        for thing in (self.discarded, self.trashed, self.old):
            await ada.trash(thing)


type Write = Callable[[Client, Desk], Awaitable[httpx2.Response]]
DAY = {"kind": "date", "date": "2026-12-24"}
WRITES: dict[str, Write] = {
    "update_account": lambda ada, _: ada.patch("/v1/account", json={"timezone": "Asia/Tokyo"}),
    "create_project": lambda ada, _: ada.post("/v1/projects", json={"name": "new", "color": "#ffa500"}),
    "update_project": lambda ada, d: ada.patch(address(d.garden), json={"name": "x", "archived": True}),
    "move_project": lambda ada, d: ada.place(d.house, before=d.garden.id),
    "trash_project": lambda ada, d: ada.delete(address(d.garden)),
    "restore_project": lambda ada, d: ada.put(f"{address(d.old)}/restoration"),
    "create_section": lambda ada, d: ada.post("/v1/sections", json={"name": "new", "project_id": str(d.house.id)}),
    "update_section": lambda ada, d: ada.patch(address(d.beds), json={"name": "x"}),
    "move_section": lambda ada, d: ada.place(d.beds, after=d.shed.id),
    "delete_section": lambda ada, d: ada.delete(address(d.beds)),
    "create_label": lambda ada, _: ada.post("/v1/labels", json={"name": "new"}),
    "update_label": lambda ada, d: ada.patch(address(d.errand), json={"name": "town", "color": "#ffa500"}),
    "move_label": lambda ada, d: ada.place(d.home, before=d.errand.id),
    "delete_label": lambda ada, d: ada.delete(address(d.errand)),
    "create_task": lambda ada, d: ada.post(
        "/v1/tasks", json={"title": "new", "labels": ["first", "home"], "parent_id": str(d.subtask.id), "due": DAY}
    ),
    "update_task": lambda ada, d: ada.patch(
        address(d.task), json={"title": "x", "notes": "y", "priority": "high", "labels": ["other"], "due": None}
    ),
    "move_task": lambda ada, d: ada.put(f"{address(d.task)}/position", json={"project_id": str(d.house.id)}),
    "complete_task": lambda ada, d: ada.put(f"{address(d.task)}/completion"),
    "reopen_task": lambda ada, d: ada.delete(f"{address(d.completed)}/completion"),
    "trash_task": lambda ada, d: ada.delete(address(d.task)),
    "restore_task": lambda ada, d: ada.put(f"{address(d.trashed)}/restoration"),
}


@pytest.fixture
async def desk(ada: Client) -> Desk:
    desk = Desk(ada)
    await desk.furnish()
    return desk


@pytest.mark.parametrize("name", WRITES)
async def test_every_write_can_be_undone_and_done_again(ada: Client, desk: Desk, name: str) -> None:
    before = await contents(ada)
    replica = Replica(ada)
    await replica.catch_up()
    change = change_of(await WRITES[name](ada, desk))
    after = await contents(ada)
    assert after != before

    for expected in (before, after, before, after):
        (change,) = await undo(ada, change)
        assert await contents(ada) == expected
        await replica.catch_up()
        assert replica.things == await things_of(ada)


@pytest.mark.parametrize("name", WRITES)
async def test_what_was_undone_can_be_undone_by_its_own_name_once_it_is_done_again(
    ada: Client, desk: Desk, name: str
) -> None:
    before = await contents(ada)
    change = change_of(await WRITES[name](ada, desk))
    (again,) = await undo(ada, *await undo(ada, change))

    await undo(ada, change)

    assert await contents(ada) == before
    assert refusal(await ask_to_undo(ada, change)) == (409, "undo_conflict")
    assert refusal(await ask_to_undo(ada, again)) == (409, "undo_conflict")


async def test_all_writes_are_undone_together_and_done_again_together(ada: Client, desk: Desk) -> None:
    before = await contents(ada)
    changes = []
    for write in WRITES.values():
        response = await write(ada, desk)
        if "Change-Id" in response.headers:
            changes.append(change_of(response))
    after = await contents(ada)

    undone = await undo(ada, *changes)
    assert await contents(ada) == before
    redone = await undo(ada, *undone)
    assert await contents(ada) == after
    await undo(ada, *redone)
    assert await contents(ada) == before


async def test_one_after_the_other_back_and_forth(ada: Client) -> None:
    """As somebody does who presses undo three times and redo three times."""
    task = await ada.create_task(title="0")
    done = [change_of(await ada.patch(address(task), json={"title": str(number)})) for number in (1, 2, 3)]
    titles, undone = [], []
    for change in reversed(done):
        undone += await undo(ada, change)
        titles.append((await ada.now(task)).title)
    for change in reversed(undone):
        await undo(ada, change)
        titles.append((await ada.now(task)).title)

    assert titles == ["2", "1", "0", "1", "2", "3"]


async def test_an_undo_is_a_change_of_its_own_by_whoever_asks(ada: Client) -> None:
    task = await ada.create_task()
    changes = [
        change_of(await ada.patch(address(task), json=fields, headers={"Client-Name": "web/1"}))
        for fields in ({"title": "changed"}, {"notes": "changed"})
    ]

    response = await ask_to_undo(ada, *changes, Client_Name="phone/2")

    made = response.json()["change_ids"]
    assert made == [changes[-1] + 1, changes[-1] + 2]
    assert change_of(response) == made[-1] == (await ada.account()).version
    assert (await ada.now(task)).version == made[-1]
    items = (await ada.get(f"{address(task)}/activity", params={"limit": 2})).json()["items"]
    assert [(item["op"], item["client"], item["change_id"]) for item in items] == [
        ("undone", "phone/2", made[1]),
        ("undone", "phone/2", made[0]),
    ]


async def test_with_a_key_it_is_undone_once(ada: Client) -> None:
    task = await ada.create_task()
    change = change_of(await ada.patch(address(task), json={"title": "changed"}))

    first, again = [await ask_to_undo(ada, change, Idempotency_Key="undo-1") for _ in range(2)]

    assert first.json() == again.json()
    assert (await ada.account()).version == change_of(again) == change + 1
    assert again.headers["Idempotency-Replayed"] == "true"
    assert await ada.now(task) == task.model_copy(
        update={"version": change + 1, "updated_at": (await ada.now(task)).updated_at}
    )


async def test_what_is_unknown_or_somebody_elses_is_not_found(ada: Client, bob: Client) -> None:
    task = await ada.create_task()
    before = await ada.account()

    for person, change_ids in ((ada, [1]), (ada, [task.version, 1]), (bob, [task.version]), (ada, [2**53 - 1])):
        assert refusal(await ask_to_undo(person, *change_ids)) == (404, "change_not_found")
    await bob.create_task()
    assert refusal(await ask_to_undo(bob, task.version)) == (404, "change_not_found")
    assert await ada.account() == before


async def test_neither_a_beginning_nor_a_purge_can_be_undone(ada: Client) -> None:
    beginning = (await ada.account()).version
    task = await ada.create_task()
    await ada.trash(task)
    purge = change_of(await ada.delete(f"/v1/trash/{task.id}"))

    for change in (beginning, task.version, purge - 1, purge):
        assert refusal(await ask_to_undo(ada, change)) == (409, "not_undoable")
    assert refusal(await ask_to_undo(ada, purge, 1)) == (404, "change_not_found")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"change_ids": []},
        {"change_ids": [0]},
        {"change_ids": [1, 1]},
        {"change_ids": ["1"]},
        {"change_ids": list(range(1, 102))},
        {"change_ids": [2**53]},
        {"change_ids": [1], "id": MISSING_ID},
    ],
    ids=["nothing", "none", "zero", "twice", "text", "too many", "too large", "an unknown field"],
)
async def test_a_list_of_changes_is_taken_strictly(ada: Client, body: dict[str, object]) -> None:
    assert refusal(await ada.post("/v1/undo", json=body)) == (422, "invalid_request")
