"""The README is true."""

import re
from datetime import datetime
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession

from client import Client
from operations import DOCUMENT
from running import Api
from strictly_typed import complaints
from todo_api.settings import Settings
from todo_domain import DateDue, Due

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()


@pytest.fixture
def example(tmp_path: Path) -> Any:
    """The module that the README shows."""
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    file = tmp_path / "example.py"
    file.write_text(code)
    spec = spec_from_file_location("example", file)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


async def test_a_service_can_use_the_entities_in_a_session_of_its_own(
    example: Any, ada: Client, bob: Client, api: Api
) -> None:
    late, later = {"kind": "date", "date": "2026-11-01"}, {"kind": "floating", "datetime": "2026-11-20T18:00:00"}
    for person in (ada, bob):
        await person.create_task(title="Call the bank", due=later)
        await person.create_task(title="Pay the rent", due=late)
        await person.create_task(title="Water the tomatoes", due={"kind": "date", "date": "2026-12-24"})

    engine = create_async_engine("postgresql+asyncpg://", connect_args=api.database.connect_arguments())
    async with AsyncSession(engine) as session:
        tasks = await example.overdue(session, ada.user_id, datetime(2026, 11, 21, 12))  # noqa: DTZ001  a wall clock
    await engine.dispose()

    assert [task.title for task in tasks] == ["Pay the rent", "Call the bank"]
    assert {task.user_id for task in tasks} == {ada.user_id}
    due: Due = tasks[0].due
    assert isinstance(due, DateDue)


def test_the_example_is_typed(tmp_path: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert complaints(code, tmp_path) == ""


def test_every_path_that_it_names_exists() -> None:
    named = set(re.findall(r"`(?:DELETE )?(/[a-z0-9/_{}.]+)`", README)) - {"/docs", "/metrics", "/openapi.json"}
    of_better_auth = {path for path in named if path.startswith("/api/auth")}

    assert named - of_better_auth <= set(DOCUMENT["paths"])


def test_every_setting_is_explained() -> None:
    settings = {str(field.alias) for field in Settings.model_fields.values()} - {"TODO_DEVELOPMENT_SECRET"}

    assert {name for name in settings if f"`{name}`" not in README} == set()
