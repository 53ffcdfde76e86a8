"""Every statement that there is: those of the modules, and those that are made on demand."""

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import product
from typing import Any

import todo_api.sql
from todo_api.sql.activity import list_activity
from todo_api.sql.lists import FILTERS, SORT_KEYS, list_labels, list_projects, list_sections, list_tasks
from todo_api.sql.statement import Statement
from todo_api.sql.tasks import create_task, find_task_place, patch_task

MODULES = [import_module(found.name) for found in pkgutil.iter_modules(todo_api.sql.__path__, "todo_api.sql.")]
_SERVICES = [import_module(f"todo_api.services.{noun}") for noun in ("projects", "sections", "labels")]
"""They make statements of their own, for what they have in common."""
_BOTH = (False, True)


@cache
def every_statement() -> set[Statement]:
    shapes = set(every_shape())
    assert shapes <= set(Statement.registry)
    return {*shapes, *Statement.registry}


def every_shape() -> Iterator[Statement]:
    """The statements that are made on demand: every way to sort, each filter alone, and all together."""
    for where, labelled in product(("inbox", "project", "section", "parent"), _BOTH):
        yield create_task(where, labelled=labelled)
        yield find_task_place(where)
    yield find_task_place(None)
    yield from (patch_task(labelled=labelled) for labelled in _BOTH)
    for descending, after in product(_BOTH, _BOTH):
        for sort, live in product(SORT_KEYS, ({"live"}, ())):
            yield list_tasks(frozenset(live), sort, descending=descending, after=after)
        for filters in [*({name} for name in FILTERS), FILTERS]:
            yield list_tasks(frozenset(filters), "order", descending=descending, after=after)
    for after in _BOTH:
        yield from (list_activity(of_task=of_task, after=after) for of_task in _BOTH)
        yield list_labels(after=after)
        for archived, trash in product((None, False, True), _BOTH):
            yield list_projects(archived=archived, trash=trash, after=after)
        yield from (list_sections(of_project=of_project, after=after) for of_project in _BOTH)


def makers() -> dict[str, Any]:
    """The functions that make statements on demand and keep them, by name."""
    return {
        f"{module.__name__}.{name}": made
        for module in MODULES
        for name, made in vars(module).items()
        if hasattr(made, "cache_info") and made.__module__ == module.__name__
    }
