"""The export, line by line."""

import json
from contextlib import aclosing

import pytest

from python_client.people import People
from todo_client import TodoClient, TodoProblem
from todo_client.models import AccountLine, TaskCreate, TaskLine

SEPARATORS = "one\u2028two\u2029three\x85four\x0bfive\x1csix"
"""To Unicode these end lines; to JSON Lines they don't."""


async def test_everything_comes_line_by_line(ada: TodoClient) -> None:
    task = await ada.tasks.create(TaskCreate(title="Water", notes=SEPARATORS))

    lines = [line async for line in ada.account.export()]

    assert isinstance(lines[0], AccountLine)
    assert [line.data for line in lines if isinstance(line, TaskLine)] == [task.data]
    assert task.data.notes == SEPARATORS


async def test_an_export_of_many_tasks_is_whole(ada: TodoClient) -> None:
    notes = "x" * 16_384
    ids = [(await ada.tasks.create(TaskCreate(title="Read", notes=notes))).data.id for _ in range(20)]

    assert [line.data.id async for line in ada.account.export() if isinstance(line, TaskLine)] == ids


async def test_an_export_can_be_left_early(ada: TodoClient) -> None:
    async with aclosing(ada.account.export()) as lines:
        first = await anext(lines)

    assert first.kind == "account"
    assert json.loads(first.model_dump_json())["kind"] == "account"


async def test_an_export_without_a_good_token_is_refused(people: People) -> None:
    with pytest.raises(TodoProblem) as refused:
        await anext(people.client(token="nonsense").account.export())

    assert refused.value.code == "token_malformed"
