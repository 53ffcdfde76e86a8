"""Lists: pages, all of their items, filters."""

from datetime import date
from uuid import UUID

import pytest

from todo_client import TodoClient, TodoProblem
from todo_client.models import DateDue, TaskCreate


async def titled(ada: TodoClient, *titles: str) -> list[UUID]:
    return [(await ada.tasks.create(TaskCreate(title=title))).data.id for title in titles]


async def test_a_list_goes_on_over_its_pages(ada: TodoClient) -> None:
    ids = await titled(ada, "1", "2", "3", "4", "5")

    assert [task.id async for task in ada.tasks.list(limit=2)] == ids
    assert [len(page.items) async for page in ada.tasks.list(limit=2).pages()] == [2, 2, 1]


async def test_a_page_is_one_page_and_tells_where_the_next_one_begins(ada: TodoClient) -> None:
    ids = await titled(ada, "1", "2", "3")

    page = (await ada.tasks.list(limit=2).page()).data
    assert ([task.id for task in page.items], page.next_cursor is None) == (ids[:2], False)

    assert page.next_cursor is not None
    rest = (await ada.tasks.list(limit=2, cursor=page.next_cursor).page()).data
    assert ([task.id for task in rest.items], rest.next_cursor) == (ids[2:], None)


async def test_a_list_can_be_gone_through_twice(ada: TodoClient) -> None:
    tasks = ada.tasks.list(limit=1)
    assert [task.title async for task in tasks] == []

    await titled(ada, "1", "2")

    assert [task.title async for task in tasks] == ["1", "2"]


async def test_filters_of_every_kind_arrive(ada: TodoClient) -> None:
    await titled(ada, "another")
    due = DateDue(kind="date", date=date(2026, 12, 24))
    parent = await ada.tasks.create(TaskCreate(title="Bake", labels=["a", "é & ü"], due=due, priority="high"))
    child = await ada.tasks.create(TaskCreate(title="Knead", parent_id=parent.data.id))

    async def titles(**query: object) -> list[str]:
        return [task.title async for task in ada.tasks.list(**query)]  # type: ignore[arg-type]  # they come as a table

    assert await titles(label_all=["a", "é & ü"]) == ["Bake"]
    assert await titles(parent_id=parent.data.id) == ["Knead"]
    assert await titles(parent_id="none", sort="title", direction="desc") == ["Bake", "another"]
    assert await titles(due_after=date(2026, 12, 24), due_before=date(2026, 12, 25)) == ["Bake"]
    assert await titles(priority_min="medium", status="open") == ["Bake"]
    assert await titles(text="nEa") == ["Knead"]
    await ada.tasks.trash(child.data.id)
    assert await titles(trash=True) == ["Knead"]


async def test_a_query_that_the_api_does_not_know_is_refused(ada: TodoClient) -> None:
    with pytest.raises(TodoProblem) as refused:
        await ada.tasks.list(limit=201).page()

    assert refused.value.code == "invalid_request"
    assert [(error.location, error.pointer) for error in refused.value.errors] == [("query", "/limit")]
