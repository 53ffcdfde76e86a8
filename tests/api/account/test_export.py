"""The export: everything of one user as JSON Lines, as of one moment."""

from contextlib import aclosing
from datetime import UTC, datetime
from itertools import groupby

import asyncpg
from pydantic import TypeAdapter

from client import Client, Row
from running import Api
from todo_api.database import Database
from todo_api.services.account import AccountService
from todo_api.services.scope import UserScope
from todo_domain import AccountRead, ExportLine, LabelRead, ProjectRead, SectionRead, TaskRead

LINE: TypeAdapter[ExportLine] = TypeAdapter(ExportLine)


def read(lines: bytes) -> list[AccountRead | Row]:
    *parts, end = lines.split(b"\n")
    assert end == b""
    return [LINE.validate_json(part).data for part in parts]


async def export(client: Client) -> list[AccountRead | Row]:
    response = await client.get("/v1/account/export")
    assert response.status_code == 200
    return read(response.content)


async def test_it_is_a_file_of_json_lines(ada: Client) -> None:
    response = await ada.get("/v1/account/export")

    assert response.headers["content-type"] == "application/jsonl"
    assert response.headers["content-disposition"] == 'attachment; filename="todo-export.jsonl"'
    assert response.headers["cache-control"] == "no-store"


async def test_everything_is_in_it_as_it_is_read(ada: Client) -> None:
    project, trashed = await ada.create_project(archived=True), await ada.create_project(name="a\nb\u2028c\x85")
    section, label = await ada.create_section(project), await ada.create_label(name="errand")
    hidden = await ada.create_section(trashed)
    parent = await ada.create_task(
        section_id=str(section.id),
        notes='one\ntwo\u2029\r\n\\ "quoted" \U0001f469\u200d\U0001f33e',
        labels=["ERRAND"],
        due={"kind": "zoned", "datetime": "2026-12-24T18:00:00", "timezone": "Europe/Berlin"},
        duration_minutes=30,
    )
    tasks = [
        await ada.create_task(parent_id=str(parent.id), due={"kind": "date", "date": "2026-12-24"}, priority="urgent"),
        await ada.complete(await ada.create_task(due={"kind": "floating", "datetime": "2026-12-24T18:00:00"})),
        await ada.create_task(section_id=str(hidden.id)),
        await ada.create_task(),
        parent,
    ]
    await ada.trash(trashed)
    await ada.trash(tasks[3])

    exported = await export(ada)

    account, inbox, *others = exported
    assert account == await ada.account()
    assert isinstance(inbox, ProjectRead)
    assert inbox.is_inbox
    kinds = [kind for kind, _ in groupby(type(row) for row in exported)]
    assert kinds == [AccountRead, ProjectRead, SectionRead, LabelRead, TaskRead]
    rows: tuple[Row, ...] = (project, trashed, section, hidden, label, *tasks)
    expected = [await ada.now(row) for row in rows]
    assert sorted(others, key=repr) == sorted(expected, key=repr)


async def test_parents_come_before_their_subtasks(ada: Client) -> None:
    child, parent, grandparent = [await ada.create_task(title=title) for title in ("child", "parent", "grandparent")]
    await ada.move(child, parent_id=parent.id)
    await ada.move(parent, parent_id=grandparent.id)

    titles = [row.title for row in await export(ada) if isinstance(row, TaskRead)]

    assert titles == ["grandparent", "parent", "child"]


async def test_nothing_of_anybody_else_is_in_it(ada: Client, bob: Client) -> None:
    for person in (ada, bob):
        project = await person.create_project()
        section = await person.create_section(project)
        await person.create_task(section_id=str(section.id), labels=["errand"], title=person.user_id)

    hers, his = await ada.get("/v1/account/export"), await bob.get("/v1/account/export")

    assert bob.user_id not in hers.text
    assert ada.user_id not in his.text
    assert not set(map(repr, read(hers.content))) & set(map(repr, read(his.content)))


async def test_the_same_state_is_the_same_file(ada: Client) -> None:
    first, *_ = [await ada.create_task(title=title) for title in "ABC"]
    await ada.patch(f"/v1/tasks/{first.id}", json={"notes": "now at another place in the table"})

    files = {(await ada.get("/v1/account/export")).content for _ in range(2)}

    assert len(files) == 1


async def test_an_empty_account_has_an_inbox(ada: Client) -> None:
    account, inbox = await export(ada)

    assert account == await ada.account()
    assert isinstance(inbox, ProjectRead)
    assert inbox.is_inbox


async def test_more_rows_than_are_fetched_at_once_come_once_each(ada: Client, connection: asyncpg.Connection) -> None:
    await multiply(connection, await ada.create_task(), ada, 1100)

    tasks = [row for row in await export(ada) if isinstance(row, TaskRead)]

    assert len(tasks) == len({task.id for task in tasks}) == 1101


async def test_what_is_written_meanwhile_is_not_in_it(api: Api, ada: Client) -> None:
    task = await ada.create_task(labels=["errand"])
    before = await export(ada)
    database = Database(api.settings.database)

    async with aclosing(AccountService(UserScope(database, ada.user_id, datetime.now(UTC))).export()) as lines:
        streamed = [await anext(lines)]
        await ada.create_project()
        await ada.create_task()
        await ada.patch(f"/v1/tasks/{task.id}", json={"title": "changed", "labels": ["town"]})
        streamed += [line async for line in lines]
    await database.close()

    assert read(b"".join(streamed)) == before


async def test_a_slow_reader_holds_nothing_of_the_database(ada: Client, connection: asyncpg.Connection) -> None:
    await multiply(connection, await ada.create_task(notes="x" * 16_384), ada, 600)

    async def transactions() -> int:
        running = "datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()"
        count: int = await connection.fetchval(f"SELECT count(*) FROM pg_stat_activity WHERE {running}")
        return count

    async with ada.http.stream("GET", "/v1/account/export") as response:
        chunks = response.aiter_bytes()
        assert await anext(chunks)
        assert int(response.headers["content-length"]) > 600 * 16_384
        assert await transactions() == 0

    assert (await ada.get("/v1/tasks")).status_code == 200


async def multiply(connection: asyncpg.Connection, task: TaskRead, owner: Client, times: int) -> None:
    """Copies of a task, each with an id of its own."""
    await connection.execute(
        "INSERT INTO task SELECT (jsonb_populate_record(task, jsonb_build_object('id', uuidv7()))).*"
        " FROM task, generate_series(1, $3) WHERE user_id = $1 AND id = $2",
        owner.user_id,
        task.id,
        times,
    )
