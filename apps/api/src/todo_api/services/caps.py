"""What one user may have at most, held to."""

from collections.abc import Mapping

from todo_api.database import Row
from todo_api.services.work import Work
from todo_api.sql.caps import COUNT_ALL, UNCOUNTED
from todo_domain.errors import CapReached, TooManyLabels, TooManyProjects, TooManySections, TooManyTasks

_REACHED: Mapping[str, type[CapReached]] = {
    "projects": TooManyProjects,
    "sections": TooManySections,
    "labels": TooManyLabels,
    "tasks": TooManyTasks,
}


class Uncounted(Exception):
    """How many tasks there are is not known; nothing was done, and it can be when they are counted."""


def check_full(row: Row) -> None:
    """Look at what a statement that makes something has found.

    Raises:
        CapReached: there is no room for it.
        Uncounted: nobody knows.
    """
    full = row.get("full")
    if full == UNCOUNTED:
        raise Uncounted
    if full is not None:
        raise _REACHED[full]


async def check_caps(work: Work, more: Mapping[str, int]) -> None:
    """Count, and raise CapReached if there cannot be so many more of a kind; a kind that is not named has no cap."""
    if not more:
        return
    held = await work.row(COUNT_ALL)
    caps = work.caps._asdict()
    for kind, number in more.items():
        if held[kind] + number > caps[f"most_{kind}"]:
            raise _REACHED[kind]
