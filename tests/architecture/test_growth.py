"""What clients can make a process keep has a bound."""

from itertools import chain, combinations, islice

from todo_api.sql.lists import FILTERS, list_tasks
from todo_api.sql.statement import Statement


def test_statements_that_clients_ask_for_are_not_kept_for_ever() -> None:
    kept = list_tasks.cache_info().maxsize
    assert kept is not None
    before = len(Statement.registry)
    some_filters = chain.from_iterable(combinations(FILTERS, size) for size in (2, 3))

    for filters in islice(some_filters, kept + 100):
        list_tasks(frozenset(filters), "order", descending=False, after=False)

    assert list_tasks.cache_info().currsize == kept
    assert len(Statement.registry) <= before + kept
