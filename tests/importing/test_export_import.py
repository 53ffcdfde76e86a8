"""An export of ours, imported into another account, into the same one, and with lines that are wrong."""

import pytest
from pydantic import MISSING

from importing.exports import comparable, full_account, lines, of_kind, small_export, written
from importing.person import Person
from todo_api.importing import Counts, UnreadableFile, read_contents
from todo_domain import (
    LabelRead,
    LabelUpdate,
    SectionRead,
    TaskMove,
    TaskRead,
    new_id,
)


async def test_an_export_survives_the_way_into_a_new_account(ada: Person, bob: Person) -> None:
    await full_account(ada)

    report = await bob.take(await ada.export())

    assert report.refused == ()
    assert report.created == Counts(projects=3, sections=3, labels=2, tasks=11)
    assert report.present == Counts(projects=1)
    theirs = comparable(await bob.everything(), (await bob.account()).inbox_id)
    assert theirs == comparable(await ada.everything(), (await ada.account()).inbox_id)


async def test_the_order_of_the_lines_does_not_matter(ada: Person, bob: Person) -> None:
    await full_account(ada)

    report = await bob.take(written(reversed(lines(await ada.export()))))

    assert report.refused == ()
    theirs = comparable(await bob.everything(), (await bob.account()).inbox_id)
    assert theirs == comparable(await ada.everything(), (await ada.account()).inbox_id)


async def test_an_export_imported_twice_is_imported_once(ada: Person, bob: Person) -> None:
    await full_account(ada)
    export = await ada.export()
    await bob.take(export)
    before = await bob.export()

    report = await bob.take(export)

    assert report.created == Counts()
    assert report.present == Counts(projects=4, sections=3, labels=2, tasks=11)
    assert await bob.export() == before


async def test_subtasks_follow_a_parent_that_has_moved_since(ada: Person) -> None:
    garden, attic = await ada.make_project("Garden"), await ada.make_project("Attic")
    parent = await ada.make_task("Parent", project_id=garden)
    child = await ada.make_task("Child", parent_id=parent)
    grandchild = await ada.make_task("Grandchild", parent_id=child)
    await ada.tasks.trash(child, None)
    export = await ada.export()
    await ada.tasks.purge(child, None)
    await ada.tasks.move(parent, TaskMove(project_id=attic), None)

    report = await ada.take(export)
    await ada.tasks.restore(child, None)

    assert report.refused == ()
    family = {task.id: task for task in await ada.all_of(TaskRead)}
    assert {family[task].project_id for task in (parent, child, grandchild)} == {attic}


async def test_a_section_in_the_trash_comes_back_with_its_project(ada: Person, bob: Person) -> None:
    project = await ada.make_project("Garden")
    await ada.make_section("Beds", project)
    await ada.projects.trash(project, None)
    documents = lines(await ada.export())
    of_kind(documents, "section", "Beds")["deleted_at"] = "2026-11-20T00:00:00+00:00"

    await bob.take(written(documents))
    await bob.projects.restore(project, None)
    await bob.tasks.empty_trash(None)

    assert [section.name for section in await bob.all_of(SectionRead)] == ["Beds"]


async def test_what_is_added_after_an_import_comes_after_it(ada: Person, bob: Person) -> None:
    await ada.make_task("in the older account")
    await bob.make_task("in the younger account")

    await ada.take(await bob.export())
    await ada.make_task("later")

    tasks = sorted(await ada.all_of(TaskRead), key=lambda task: task.position)
    assert [task.title for task in tasks] == ["in the older account", "in the younger account", "later"]


async def test_an_export_imported_into_its_own_account_changes_nothing(ada: Person) -> None:
    await full_account(ada)
    before = await ada.export()

    report = await ada.take(before)

    assert report.created == Counts()
    assert await ada.export() == before


async def test_the_inbox_is_the_inbox_in_a_file_without_its_account(ada: Person, bob: Person) -> None:
    await ada.make_task("Dig")
    _, *others = lines(await ada.export())

    report = await bob.take(written(others))

    assert report.refused == ()
    assert (await bob.tasks_by_title())["Dig"].project_id == (await bob.account()).inbox_id


async def test_an_account_with_something_in_it_keeps_its_own_inbox_and_time_zone(ada: Person, bob: Person) -> None:
    await full_account(ada)
    await bob.make_task("Mine")

    await bob.take(await ada.export())

    assert (await bob.account()).timezone == "UTC"
    assert (await bob.project("Inbox")).is_inbox


async def test_what_was_purged_comes_back_and_follows_its_parent_to_where_that_is_now(ada: Person) -> None:
    garden, attic = await ada.make_project("Garden"), await ada.make_project("Attic")
    parent = await ada.make_task("Weed", project_id=garden)
    child = await ada.make_task("Roots", parent_id=parent)
    export = await ada.export()
    await ada.tasks.trash(child, None)
    await ada.tasks.purge(child, None)
    await ada.tasks.move(parent, TaskMove(project_id=attic), None)

    report = await ada.take(export)

    assert report.created == Counts(tasks=1)
    roots = (await ada.tasks_by_title())["Roots"]
    assert (roots.id, roots.parent_id, roots.project_id) == (child, parent, attic)


async def test_a_label_renamed_since_the_export_keeps_its_new_name(ada: Person) -> None:
    label = await ada.make_label("shop")
    milk = await ada.make_task("Milk", labels=["shop"])
    export = await ada.export()
    await ada.labels.update(label, LabelUpdate(name="market", color=MISSING), None)
    await ada.tasks.trash(milk, None)
    await ada.tasks.purge(milk, None)

    await ada.take(export)

    assert (await ada.tasks_by_title())["Milk"].labels == ["market"]
    assert [found.name for found in await ada.all_of(LabelRead)] == ["market"]


async def test_a_live_row_is_not_put_into_a_project_in_the_trash(ada: Person) -> None:
    garden = await ada.make_project("Garden")
    weed = await ada.make_task("Weed", project_id=garden)
    export = await ada.export()
    await ada.tasks.trash(weed, None)
    await ada.tasks.purge(weed, None)
    await ada.projects.trash(garden, None)

    report = await ada.take(export)

    assert not report.imported
    assert [refused.reason for refused in report.refused] == ["its project is in the trash and it is not"]


async def test_an_id_of_somebody_else_is_nobodys_here(ada: Person, bob: Person) -> None:
    task = await ada.make_task("Secret")
    documents = lines(await ada.export())

    await bob.take(written(documents))
    await bob.tasks.complete(task, None)

    assert (await ada.tasks_by_title())["Secret"].status == "open"
    assert (await bob.tasks_by_title())["Secret"].status == "completed"


async def test_five_thousand_tasks_are_no_trouble(ada: Person, bob: Person) -> None:
    documents = await small_export(ada)
    dig = of_kind(documents, "task", "Dig")
    for number in range(5_000):
        data = dig | {"id": str(new_id()), "title": f"Task {number}", "labels": ["shop"]}
        documents.append({"kind": "task", "data": data})
    steps: list[tuple[int, int]] = []

    report = await bob.take(written(documents), progress=lambda done, total: steps.append((done, total)))

    assert report.created.tasks == 5_003
    assert len(await bob.all_of(TaskRead)) == 5_003
    assert steps[0] == (0, report.created.total)
    assert steps[-1] == (report.created.total, report.created.total)
    assert steps == sorted(steps)


def test_a_project_is_not_named_for_an_export() -> None:
    with pytest.raises(UnreadableFile, match="leave out --project"):
        read_contents(b'{"kind":"account"}', "export", "Garden")
