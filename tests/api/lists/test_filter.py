"""Narrowing the list of tasks."""

import random
from uuid import UUID, uuid4

import pytest

from api.lists.model import Desk, Filter, filters, ordered, shown
from api.lists.paging import TASKS
from client import Client, refusal

DAYS: tuple[tuple[dict[str, str], list[str]], ...] = (
    ({"due_before": "2026-11-22"}, ["the day before"]),
    ({"due_after": "2026-11-22"}, ["that day", "midnight", "last moment", "elsewhere", "the day after"]),
    ({"due_after": "2026-11-22", "due_before": "2026-11-23"}, ["that day", "midnight", "last moment", "elsewhere"]),
    ({"due_after": "2026-11-23", "due_before": "2026-11-22"}, []),
    ({"due": "none", "due_before": "2999-12-31"}, []),
    ({"due": "any", "due_after": "1900-01-01", "due_before": "1900-01-01"}, []),
)

LABELLED: tuple[tuple[dict[str, list[str]], list[str]], ...] = (
    ({"label_any": ["unknown"]}, []),
    ({"label_any": ["unknown", "HOME"]}, ["home", "both"]),
    ({"label_any": ["home", "Home", "garden"]}, ["home", "garden", "both"]),
    ({"label_all": ["unknown"]}, []),
    ({"label_all": ["home", "unknown"]}, []),
    ({"label_all": ["GARDEN", "home", "Home"]}, ["both"]),
    ({"label_all": ["home"], "label_any": ["garden"]}, ["both"]),
    ({"label_any": ["hom"]}, []),
    ({"label_any": ["home,garden"]}, []),
    ({"label_any": ["h%", "_ome", "{home}", '"home"', "NULL"]}, []),
)


async def listed(desk: Desk, *narrowed: Filter, trash: bool = False) -> list[UUID]:
    query = {name: value for one in narrowed for name, value in one.query.items()}
    tasks = await desk.owner.tasks(**query, limit=200, **({"trash": "true"} if trash else {}))
    return [task.id for task in tasks]


async def test_each_filter_leaves_what_it_says(desk: Desk) -> None:
    for narrowed in filters(desk):
        left = ordered(shown(desk.tasks, narrowed), "order", "asc")

        assert left
        assert await listed(desk, narrowed) == left, narrowed.query


@pytest.mark.parametrize("seed", range(10))
async def test_filters_narrow_the_list_together(desk: Desk, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  the same combinations in every run, not a secret
    for _ in range(8):
        every, trash = {"".join(one.query): one for one in chance.sample(filters(desk), 4)}, chance.random() < 0.3
        narrowed = chance.sample(list(every.values()), min(len(every), chance.randint(2, 4)))

        left = ordered(shown(desk.tasks, *narrowed, trash=trash), "order", "asc")

        assert await listed(desk, *narrowed, trash=trash) == left, [one.query for one in narrowed]


async def test_days_begin_and_end_at_midnight_by_the_tasks_own_clock(ada: Client) -> None:
    await ada.create_task(title="some day")
    await ada.create_task(title="the day before", due={"kind": "floating", "datetime": "2026-11-21T23:59:59.999999"})
    await ada.create_task(title="that day", due={"kind": "date", "date": "2026-11-22"})
    await ada.create_task(title="midnight", due={"kind": "floating", "datetime": "2026-11-22T00:00:00"})
    await ada.create_task(title="last moment", due={"kind": "floating", "datetime": "2026-11-22T23:59:59.999999"})
    elsewhere = {"kind": "zoned", "datetime": "2026-11-22T01:00:00", "timezone": "Pacific/Kiritimati"}
    await ada.create_task(title="elsewhere", due=elsewhere)
    await ada.create_task(title="the day after", due={"kind": "date", "date": "2026-11-23"})

    for query, titles in DAYS:
        assert await ada.titles(**query) == titles, query


async def test_the_bounds_of_the_calendar_can_be_asked_for(ada: Client) -> None:
    await ada.create_task(title="first", due={"kind": "date", "date": "1900-01-01"})
    await ada.create_task(title="last", due={"kind": "floating", "datetime": "2999-12-31T23:00:00"})

    assert await ada.titles(due_before="1900-01-01") == []
    assert await ada.titles(due_before="2999-12-31") == ["first"]
    assert await ada.titles(due_after="1900-01-01") == ["first", "last"]
    assert await ada.titles(due_after="2999-12-31") == ["last"]


async def test_labels_are_named_whole_and_without_regard_to_case(ada: Client, bob: Client) -> None:
    await bob.create_label(name="unknown")
    await ada.create_task(title="neither")
    await ada.create_task(title="home", labels=["Home"])
    await ada.create_task(title="garden", labels=["garden"])
    await ada.create_task(title="both", labels=["Home", "Garden"])

    for query, titles in LABELLED:
        assert await ada.titles(**query) == titles, query


async def test_a_label_that_no_task_has_finds_none(ada: Client) -> None:
    await ada.create_task()
    await ada.create_label(name="new")

    assert await ada.tasks(label_any="new") == await ada.tasks(label_all="new") == []


async def test_a_filter_follows_a_label_that_is_renamed_or_deleted(ada: Client) -> None:
    task = await ada.create_task(labels=["home"])
    label = (await ada.get("/v1/labels")).json()["items"][0]

    await ada.patch(f"/v1/labels/{label['id']}", json={"name": "House"})
    assert [found.id for found in await ada.tasks(label_all="HOUSE")] == [task.id]
    assert await ada.tasks(label_any="home") == []

    await ada.delete(f"/v1/labels/{label['id']}")
    assert await ada.tasks(label_any="house") == []


@pytest.mark.parametrize("name", ["project_id", "section_id", "parent_id"])
@pytest.mark.parametrize("header", [{}, {"If-None-Match": "*"}])
async def test_a_filter_by_somebody_elses_thing_is_a_filter_by_nothing(
    ada: Client, bob: Client, name: str, header: dict[str, str]
) -> None:
    project = await bob.create_project()
    section = await bob.create_section(project)
    task = await bob.create_task()
    theirs = {"project_id": project.id, "section_id": section.id, "parent_id": task.id}[name]
    await ada.create_task()

    foreign = await ada.get(TASKS, params={name: theirs}, headers=header)
    missing = await ada.get(TASKS, params={name: uuid4()}, headers=header)

    assert refusal(foreign) == refusal(missing) == (404, f"{name.replace('parent', 'task')[:-3]}_not_found")
    assert foreign.content == missing.content
    assert (await bob.get(TASKS, params={name: theirs})).status_code == 200


async def test_the_trash_of_a_project_that_is_in_the_trash_can_be_listed(ada: Client) -> None:
    project = await ada.create_project()
    task = await ada.create_task(project_id=str(project.id))
    await ada.trash(project)

    assert await ada.tasks(project_id=project.id) == []
    assert [found.id for found in await ada.tasks(project_id=project.id, trash="true")] == [task.id]


async def test_a_section_is_only_looked_for_in_the_project_that_is_named(ada: Client) -> None:
    project, other = await ada.create_project(), await ada.create_project()
    section = await ada.create_section(project)
    task = await ada.create_task(section_id=str(section.id))

    assert await ada.tasks(section_id=section.id, project_id=other.id) == []
    assert [found.id for found in await ada.tasks(section_id=section.id, project_id=project.id)] == [task.id]
