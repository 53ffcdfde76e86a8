"""The README of the client is true, and its types are of use."""

import re
from pathlib import Path
from typing import Any

import pytest

from python_client.people import People
from running import Api
from strictly_typed import complaints

ROOT = Path(__file__).parents[2]
README = (ROOT / "packages" / "todo_client" / "README.md").read_text()
EXAMPLE, SYNC = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
MISTAKES = """

async def mistakes(todo: TodoClient) -> None:
    todo.tasks.list(status="done")  # type: ignore[arg-type]
    todo.tasks.list(state="open")  # type: ignore[call-arg]
    task = await todo.tasks.create(TaskUpdate())  # type: ignore[arg-type]
    await todo.tasks.update(task.data.id, TaskUpdate(titel="Weed"))  # type: ignore[call-arg]
    await todo.projects.get(task.data.id, known=task)  # type: ignore[arg-type]
    task.data.title = "Weed"  # type: ignore[misc]
    task.data.state  # type: ignore[attr-defined]
    print(task.data.due.kind)  # type: ignore[union-attr]
"""
MISTAKES_OF_SYNC = """

async def mistakes(todo: TodoClient) -> None:
    async with todo.sync(MemoryStorage()) as sync:
        await sync.writes.put(TaskCreate(title="Weed"))  # type: ignore[arg-type]
        CreateTask(op="trash_task", body=TaskCreate(title="Weed"))  # type: ignore[arg-type]
        task = (await sync.tasks.all())[0]
        task.name  # type: ignore[attr-defined]
        sync.status == "sleeping"  # type: ignore[comparison-overlap]
    todo.sync({})  # type: ignore[arg-type]
"""
"""What mypy has to complain about; an ignore without a complaint is one, too."""


async def test_the_example_works(api: Api, people: People) -> None:
    example: dict[str, Any] = {}
    exec(EXAMPLE, example)  # noqa: S102  # the README's own code

    assert await example["tidy_up"](api.url, people.token()) == ["Water the tomatoes"]


async def test_the_example_of_a_sync_works(api: Api, people: People) -> None:
    example: dict[str, Any] = {}
    exec(SYNC, example)  # noqa: S102  # the README's own code

    assert await example["plant"](api.url, people.token()) == ["Plant a rose"]


@pytest.mark.parametrize("code", [EXAMPLE + MISTAKES, SYNC + MISTAKES_OF_SYNC], ids=["requests", "sync"])
def test_mypy_likes_the_example_and_finds_mistakes(code: str, tmp_path: Path) -> None:
    assert complaints(code, tmp_path) == ""
