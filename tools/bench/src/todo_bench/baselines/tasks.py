"""What happens to a task, for the baselines that work with the domain's entities."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from todo_bench.baselines.bodies import NewTask
from todo_domain import Account, Task, new_id
from todo_domain.ordering import between


def first_page(user_id: str, limit: int) -> SelectOfScalar[Task]:
    """One row more than fits, which tells whether more follows."""
    live = select(Task).where(Task.user_id == user_id, col(Task.deleted_at).is_(None))
    return live.order_by(col(Task.position), col(Task.id)).limit(limit + 1)


def end_of_inbox(user_id: str) -> Any:
    """The inbox's id and the position of the last task in it; SQLModel's types lose count of the columns."""
    inside = (Task.user_id == user_id, Task.project_id == Account.inbox_id)
    last = select(func.max(Task.position)).where(*inside).scalar_subquery()
    return select(Account.inbox_id, last).where(Account.user_id == user_id)


def new_task(user_id: str, body: NewTask, inbox_id: UUID, last: str | None) -> Task:
    now = datetime.now(UTC)
    return Task(
        user_id=user_id,
        id=new_id(),
        version=1,
        created_at=now,
        updated_at=now,
        project_id=inbox_id,
        depth=1,
        position=between(last, None),
        **body.model_dump(),
    )


def retitle(task: Task, title: str) -> None:
    task.title = title
    _touch(task)


def complete(task: Task) -> None:
    """Doing it twice is doing it once."""
    if task.completed_at is None:
        task.completed_at = _touch(task)


def trash(task: Task) -> None:
    """Doing it twice is doing it once."""
    if task.deleted_at is None:
        task.deleted_at = _touch(task)


def _touch(task: Task) -> datetime:
    task.version += 1
    task.updated_at = datetime.now(UTC)
    return task.updated_at


def etag(task: Task) -> str:
    return f'"{task.version}"'


def page(tasks: Sequence[Task], limit: int) -> dict[str, Any]:
    """The page of a list that was asked for one row more."""
    last = tasks[limit - 1] if len(tasks) > limit else None
    return {"items": tasks[:limit], "next_cursor": None if last is None else f"{last.position},{last.id}"}
