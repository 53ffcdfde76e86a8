"""A file with more than the account has room for: nothing of it is taken, nor is anything written."""

import pytest

from importing.exports import small_export, written
from importing.person import Person
from importing.templates import task, template
from todo_api.database import Database
from todo_domain.caps import CAPS
from todo_domain.errors import CapReached, TooManyLabels, TooManyProjects, TooManySections, TooManyTasks

TITLES = ["Dig", "Weed", "Water"]


@pytest.mark.parametrize(
    ("cap", "reached"),
    [
        ("most_projects", TooManyProjects),
        ("most_sections", TooManySections),
        ("most_labels", TooManyLabels),
        ("most_tasks", TooManyTasks),
    ],
)
async def test_an_export_is_refused_as_a_whole(
    cap: str, reached: type[CapReached], database: Database, ada: Person
) -> None:
    text = written(await small_export(ada))
    held = {"most_projects": 2, "most_sections": 1, "most_labels": 1, "most_tasks": 3}[cap]
    carl = Person(database, "carl", CAPS._replace(**{cap: held - 1}))
    before = await carl.everything()

    for skip_bad_rows in (False, True):
        with pytest.raises(reached):
            await carl.take(text, skip_bad_rows=skip_bad_rows)

    assert await carl.everything() == before


async def test_what_fits_exactly_is_taken_and_taken_again(database: Database, ada: Person) -> None:
    text = written(await small_export(ada))
    carl = Person(database, "carl", CAPS._replace(most_projects=2, most_sections=1, most_labels=1, most_tasks=3))

    first, again = await carl.take(text), await carl.take(text)

    assert (first.imported, again.imported, again.created.total) == (True, True, 0)


async def test_what_is_there_counts(database: Database) -> None:
    carl = Person(database, "carl", CAPS._replace(most_tasks=5))
    await carl.take(template(*map(task, TITLES)))

    with pytest.raises(TooManyTasks):
        await carl.take(template(*map(task, TITLES)))

    assert sorted(await carl.tasks_by_title()) == sorted(TITLES)


async def test_after_an_import_the_cap_is_known_to_be_reached(database: Database) -> None:
    carl = Person(database, "carl", CAPS._replace(most_tasks=4))
    await carl.make_task("Mow")
    await carl.take(template(*map(task, TITLES)))

    with pytest.raises(TooManyTasks):
        await carl.make_task("Prune")
