"""Sorting and paging, against Python's own sort."""

from itertools import pairwise
from typing import Any

import pytest

from api.lists.model import DIRECTIONS, SORTS, Desk, Filter, due_at, filters, ordered, shown
from api.lists.paging import first_cursor, pages, walk
from client import Client

ASKED: list[dict[str, Any]] = [{}, {"status": "open"}, {"due": "any"}, {"label_any": ["HOME", "straSSe"]}]


def narrowing(desk: Desk, query: dict[str, Any]) -> list[Filter]:
    return [one for one in filters(desk) if one.query == query]


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("sort", SORTS)
async def test_a_list_is_sorted_by_one_rule_whatever_the_filter(desk: Desk, sort: str, direction: str) -> None:
    for query in ASKED:
        expected = ordered(shown(desk.tasks, *narrowing(desk, query)), sort, direction)

        assert [
            task.id for task in await desk.owner.tasks(**query, sort=sort, direction=direction, limit=200)
        ] == expected
        assert await walk(desk.owner, **query, sort=sort, direction=direction, limit=7) == expected


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("sort", SORTS)
async def test_the_trash_is_sorted_and_paged_like_every_list(desk: Desk, sort: str, direction: str) -> None:
    found = await walk(desk.owner, trash="true", sort=sort, direction=direction, limit=3)

    assert found == ordered(shown(desk.tasks, trash=True), sort, direction)


async def test_the_random_tasks_put_the_rules_to_the_test(desk: Desk) -> None:
    tasks = shown(desk.tasks)

    assert len(shown(tasks, *narrowing(desk, ASKED[3]))) > 14
    assert len(shown(desk.tasks, trash=True)) > 7
    for values in ([due_at(task) for task in tasks], [task.title.lower() for task in tasks]):
        assert len(set(values)) < len(values)
    assert sum(task.due is None for task in tasks) > 7
    assert any(
        first.updated_at == second.updated_at for first, second in pairwise(sorted(tasks, key=lambda t: t.updated_at))
    )


@pytest.mark.parametrize("direction", DIRECTIONS)
async def test_what_is_not_due_comes_last_up_and_down(ada: Client, direction: str) -> None:
    await ada.create_task(title="some day")
    await ada.create_task(title="first day", due={"kind": "date", "date": "1900-01-01"})
    await ada.create_task(title="last day", due={"kind": "floating", "datetime": "2999-12-31T23:59:59.999999"})

    days = ["first day", "last day"] if direction == "asc" else ["last day", "first day"]
    assert await ada.titles(sort="due", direction=direction) == [*days, "some day"]


@pytest.mark.parametrize("count", [0, 1, 6, 7, 8, 14])
async def test_the_last_page_says_so(ada: Client, count: int) -> None:
    for number in range(count):
        await ada.create_task(title=f"{number}")

    sizes = [len(page) for page in await pages(ada, limit=7)]

    assert sizes == {0: [0], 1: [1], 6: [6], 7: [7], 8: [7, 1], 14: [7, 7]}[count]


async def test_the_usual_page_has_fifty_items(desk: Desk) -> None:
    assert [len(page) for page in await pages(desk.owner)] == [50, len(shown(desk.tasks)) - 50]


@pytest.mark.parametrize(
    "title", ["😀" * 500, "語" * 500, "\x01" * 500, '"' * 500, "\\" * 500, "İ" * 500, "a\u2028\r\n" * 125]
)
async def test_a_cursor_finds_its_way_back_whatever_the_title(ada: Client, title: str) -> None:
    expected = {(await ada.create_task(title=title)).id for _ in range(3)}

    assert set(await walk(ada, sort="title", limit=1)) == expected


async def test_the_size_of_a_page_can_change_from_page_to_page(desk: Desk) -> None:
    rest = await desk.owner.tasks(limit=200, cursor=await first_cursor(desk.owner))

    assert [task.id for task in rest] == ordered(shown(desk.tasks), "order", "asc")[1:]
