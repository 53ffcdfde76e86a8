"""The README of the client is true, and its types are of use."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from python_client.people import People
from running import Api

ROOT = Path(__file__).parents[2]
README = (ROOT / "packages" / "todo_client" / "README.md").read_text()
(EXAMPLE,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
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
"""What mypy has to complain about; an ignore without a complaint is one, too."""


async def test_the_example_works(api: Api, people: People) -> None:
    example: dict[str, Any] = {}
    exec(EXAMPLE, example)  # noqa: S102  # the README's own code

    assert await example["tidy_up"](api.url, people.token()) == ["Water the tomatoes"]


def test_mypy_likes_the_example_and_finds_mistakes(tmp_path: Path) -> None:
    (tmp_path / "example.py").write_text(EXAMPLE + MISTAKES)

    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file", ROOT / "pyproject.toml", tmp_path / "example.py"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )

    assert checked.returncode == 0, checked.stdout
