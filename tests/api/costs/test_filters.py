"""Lists have as many statements as there are combinations of filters: each is compiled once, and prepared once."""

from itertools import count

import pytest

from api.costs.measuring import Ask, Prepare, Tapped
from client import Client
from todo_api.sql.lists import list_tasks

pytestmark = pytest.mark.direct("the wire to PostgreSQL itself is read along")

_TEXTS = count(1)


def listing(**filters: str) -> Prepare:
    async def prepare(ada: Client) -> Ask:
        await ada.create_task()
        values = {name: value.format(next(_TEXTS)) for name, value in filters.items()}
        return lambda: ada.get("/v1/tasks", params=values)

    return prepare


async def test_a_combination_of_filters_is_compiled_and_prepared_once(tapped: Tapped) -> None:
    list_tasks.cache_clear()
    prepare = listing(text="number {}", due="any", label_any="label {}", sort="title", direction="desc")

    first, second = await tapped.cost(prepare), await tapped.cost(prepare)

    assert (first.compiled, first.prepared) == (1, 1)
    assert (second.compiled, second.prepared) == (0, 0)
    assert first.sql == second.sql
    assert [trip.messages for trip in second.trips] == ["BES"]


async def test_one_that_is_known_stays_known(tapped: Tapped) -> None:
    mine, another = listing(status="open", text="number {}"), listing(status="completed", text="number {}")
    await tapped.warm_cost(mine)
    await tapped.warm_cost(another)

    again = await tapped.cost(mine)

    assert (again.compiled, again.prepared) == (0, 0)
