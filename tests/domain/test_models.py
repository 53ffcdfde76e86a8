"""The entities as a backend service uses them: with SQLModel's session, on the migrated tables."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from operations import MISSING_ID
from todo_api.database_url import DatabaseTarget
from todo_domain import Account, DateDue, Due, Priority, Project, Status, Task, TaskRead, ZonedDue, new_id
from todo_domain.due import due_to_columns

pytestmark = pytest.mark.direct("entities are stored without an API")

NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
STAMPS: dict[str, Any] = {"version": 1, "created_at": NOW, "updated_at": NOW}
TODAY = DateDue(kind="date", date=date(2026, 11, 21))
CHRISTMAS_EVE = ZonedDue(kind="zoned", datetime=datetime(2026, 12, 24, 18), timezone="Europe/Berlin")  # noqa: DTZ001  a wall clock has no zone


@pytest.fixture
async def session(database_target: DatabaseTarget) -> AsyncIterator[AsyncSession]:
    engine = create_async_engine("postgresql+asyncpg://", connect_args=database_target.connect_arguments())
    async with AsyncSession(engine, expire_on_commit=False) as session:
        yield session
    await engine.dispose()


@pytest.fixture
async def inbox(session: AsyncSession) -> Project:
    """Ada's inbox, in her new account."""
    inbox_id = new_id()
    session.add(Account(user_id="ada", timezone="Europe/Berlin", inbox_id=inbox_id, **STAMPS))
    await session.flush()
    inbox = Project(user_id="ada", id=inbox_id, name="Inbox", is_inbox=True, archived=False, position="a0", **STAMPS)
    session.add(inbox)
    await session.commit()
    return inbox


def a_task(inbox: Project, *, due: Due | None = None, **fields: Any) -> Task:
    defaults: dict[str, Any] = {
        "title": "Weed",
        "notes": "",
        "priority": Priority.NONE,
        "labels": [],
        "depth": 1,
        "position": "a0",
    }
    place: dict[str, Any] = {"user_id": inbox.user_id, "id": new_id(), "project_id": inbox.id}
    return Task(**place, **(defaults | fields), **due_to_columns(due)._asdict(), **STAMPS)


async def read_again(session: AsyncSession, task: Task) -> Task:
    session.expunge_all()
    return (await session.exec(select(Task).where(Task.user_id == task.user_id, Task.id == task.id))).one()


@pytest.mark.parametrize("due", [None, TODAY, CHRISTMAS_EVE], ids=str)
async def test_a_task_comes_back_as_it_was_stored(session: AsyncSession, inbox: Project, due: Due | None) -> None:
    task = a_task(inbox, due=due, priority=Priority.HIGH, labels=["b", "a"], start_date=date(2026, 11, 22))
    session.add(task)
    await session.commit()

    stored = await read_again(session, task)

    assert stored is not task
    assert (stored.priority, stored.labels, stored.due) == (Priority.HIGH, ["b", "a"], due)
    assert (stored.start_date, stored.created_at, stored.version) == (date(2026, 11, 22), NOW, 1)
    assert isinstance(stored.priority, Priority)


async def test_a_status_follows_from_when_it_was_completed(session: AsyncSession, inbox: Project) -> None:
    task = a_task(inbox)
    assert task.status is Status.OPEN

    task.completed_at = NOW
    session.add(task)
    await session.commit()

    assert (await read_again(session, task)).status is Status.COMPLETED


async def test_priorities_are_compared_and_sorted_by_rank(session: AsyncSession, inbox: Project) -> None:
    session.add_all(a_task(inbox, title=priority.value, priority=priority) for priority in Priority)
    await session.commit()

    pressing = select(Task.title).where(col(Task.priority) >= Priority.MEDIUM).order_by(col(Task.priority).desc())

    assert list(await session.exec(pressing)) == ["urgent", "high", "medium"]


async def test_a_row_is_a_document_of_its_read_schema(session: AsyncSession, inbox: Project) -> None:
    task = a_task(inbox, due=CHRISTMAS_EVE, labels=["errand"])
    session.add(task)
    await session.commit()

    document = TaskRead.model_validate(await read_again(session, task))

    assert (document.id, document.due, document.status) == (task.id, CHRISTMAS_EVE, Status.OPEN)
    assert TaskRead.model_validate_json(document.model_dump_json()) == document


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"title": ""}, "title_length"),
        ({"title": "x" * 501}, "title_length"),
        ({"notes": "x" * 16_385}, "notes_length"),
        ({"labels": [str(number) for number in range(51)]}, "labels_count"),
        ({"depth": 6}, "depth"),
        ({"duration_minutes": 0}, "duration_positive"),
        ({"parent_id": UUID(MISSING_ID)}, "fk_task_task"),
        ({"section_id": UUID(MISSING_ID)}, "fk_task_section"),
        ({"project_id": UUID(MISSING_ID)}, "fk_task_project"),
        ({"user_id": "bob"}, "fk_task_"),
    ],
    ids=str,
)
async def test_the_tables_hold_to_the_bounds_by_themselves(
    session: AsyncSession, inbox: Project, fields: dict[str, Any], constraint: str
) -> None:
    task = a_task(inbox)
    for name, value in fields.items():
        setattr(task, name, value)
    session.add(task)

    with pytest.raises(IntegrityError, match=constraint):
        await session.commit()


@pytest.mark.parametrize(
    "columns",
    [
        {"due_kind": "date"},
        {"due_kind": "zoned", "due_at": datetime(2026, 1, 1)},  # noqa: DTZ001  a wall clock has no zone
        {"due_kind": "date", "due_at": datetime(2026, 1, 1), "due_timezone": "UTC"},  # noqa: DTZ001  as above
        {"due_kind": "weekly", "due_at": datetime(2026, 1, 1)},  # noqa: DTZ001  as above
        {"due_at": datetime(2026, 1, 1)},  # noqa: DTZ001  as above
        {"due_timezone": "UTC"},
    ],
    ids=str,
)
async def test_half_a_due_date_is_not_stored(session: AsyncSession, inbox: Project, columns: dict[str, Any]) -> None:
    task = a_task(inbox)
    for name, value in columns.items():
        setattr(task, name, value)
    session.add(task)

    with pytest.raises(IntegrityError, match="due_kind"):
        await session.commit()
