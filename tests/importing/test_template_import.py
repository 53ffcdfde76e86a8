"""Todoist's CSV template, imported into an account and read back."""

from datetime import date, datetime

from importing.person import Person
from importing.templates import GARDEN, row, task, template
from todo_api.importing import Counts
from todo_domain import DateDue, FloatingDue, LabelRead, Priority, ProjectRead, SectionRead, ZonedDue


async def test_the_garden_reads_back(ada: Person) -> None:
    report = await ada.take(GARDEN)

    assert report.imported
    assert report.created == Counts(projects=1, sections=2, labels=3, tasks=7)
    tasks = await ada.tasks_by_title()
    seeds, tomatoes, early, beans = (tasks[title] for title in ("Order seeds", "Tomatoes", "Ripe early", "Beans"))
    water, letter, compost = (tasks[title] for title in ("Water", "Write to ada@example.com", "Turn it"))
    assert seeds.due == ZonedDue(kind="zoned", datetime=datetime(2026, 12, 24, 18), timezone="Europe/Berlin")  # noqa: DTZ001  wall clock
    assert early.due == DateDue(kind="date", date=date(2026, 12, 24))
    assert letter.due == FloatingDue(kind="floating", datetime=datetime(2026, 12, 1, 7, 30))  # noqa: DTZ001  wall clock
    assert letter.deadline_date == date(2027, 1, 31)
    assert [found.priority for found in (seeds, tomatoes, beans, early)] == [
        Priority.URGENT,
        Priority.HIGH,
        Priority.MEDIUM,
        Priority.NONE,
    ]
    assert (seeds.parent_id, tomatoes.parent_id, early.parent_id, beans.parent_id) == (
        None,
        seeds.id,
        tomatoes.id,
        seeds.id,
    )
    assert (seeds.labels, beans.labels, water.labels) == (["shop", "Spring"], ["shop"], ["daily"])
    assert (tomatoes.duration_minutes, beans.duration_minutes) == (30, 1440)
    assert tomatoes.notes == "San Marzano,\nand the yellow ones"
    assert early.notes.endswith('The catalogue says “60 days”\n\nAnd "sweet"')
    assert water.notes == "Due in Todoist: every monday (Europe/Berlin)"
    assert compost.notes == "Responsible in Todoist: Bob (2)"
    sections = {section.id: section.name for section in await ada.all_of(SectionRead)}
    assert [sections.get(found.section_id) if found.section_id else None for found in (seeds, water, compost)] == [
        None,
        "Beds, raised",
        "Compost",
    ]
    garden = await ada.project("Garden")
    assert {found.project_id for found in tasks.values()} == {garden.id}


async def test_the_labels_of_one_row_have_places_of_their_own(ada: Person) -> None:
    await ada.take(template(task("Prune @apple @pear"), task("Sow @bean")))

    positions = [label.position for label in await ada.all_of(LabelRead)]
    assert len(set(positions)) == len(positions) == 3


async def test_the_order_of_the_file_is_the_order_of_the_tasks(ada: Person) -> None:
    titles = [f"Row {number}" for number in range(600)]
    await ada.take(template(*(task(title) for title in titles)))
    await ada.make_task("Later", project_id=(await ada.project("Garden")).id)

    tasks = (await ada.tasks_by_title()).values()

    assert [found.title for found in sorted(tasks, key=lambda found: found.position)] == [*titles, "Later"]


async def test_nothing_is_imported_when_one_row_is_bad(ada: Person) -> None:
    await ada.make_task("Mine")
    before = await ada.export()

    report = await ada.take(template(task("Dig"), task("Weed", priority=7), task("Sow")))

    assert not report.imported
    assert [(refused.line, refused.reason[:15]) for refused in report.refused] == [(3, "PRIORITY is “7”")]
    assert await ada.export() == before


async def test_good_rows_are_imported_where_bad_ones_are_skipped(ada: Person) -> None:
    report = await ada.take(
        template(task("Dig"), task("Weed", priority=7), task("Roots", indent=2), task("Sow")), skip_bad_rows=True
    )

    assert report.imported
    assert [refused.line for refused in report.refused] == [3, 4]
    assert (await ada.tasks_by_title()).keys() == {"Dig", "Sow"}


async def test_a_project_of_the_name_is_used_and_a_trashed_one_is_not(ada: Person) -> None:
    garden = await ada.make_project("Garden")
    trashed = await ada.make_project("Allotment")
    await ada.projects.trash(trashed, None)

    report = await ada.take(template(task("Dig")), stem="Garden")
    other = await ada.take(template(task("Weed")), project="Allotment")

    assert (report.created.projects, report.present.projects) == (0, 1)
    assert (other.created.projects, other.present.projects) == (1, 0)
    tasks = await ada.tasks_by_title()
    assert tasks["Dig"].project_id == garden
    assert tasks["Weed"].project_id not in {garden, trashed}


async def test_the_inbox_is_a_project_of_its_name(ada: Person) -> None:
    await ada.take(template(task("Dig")), stem="Inbox")

    assert (await ada.tasks_by_title())["Dig"].project_id == (await ada.account()).inbox_id
    assert len(await ada.all_of(ProjectRead)) == 1


async def test_a_template_imported_twice_makes_its_tasks_twice(ada: Person) -> None:
    await ada.take(GARDEN)
    report = await ada.take(GARDEN)

    assert report.created == Counts(projects=0, sections=2, labels=0, tasks=7)
    assert report.present == Counts(projects=1)


async def test_a_label_is_written_as_the_account_writes_it(ada: Person) -> None:
    await ada.make_label("SHOP")

    report = await ada.take(template(task("Milk @shop @Shop")))

    assert report.created.labels == 0
    assert (await ada.tasks_by_title())["Milk"].labels == ["SHOP"]
    assert [label.name for label in await ada.all_of(LabelRead)] == ["SHOP"]


async def test_an_import_is_one_version_and_all_of_it_is_logged(ada: Person) -> None:
    before = (await ada.account()).version

    await ada.take(GARDEN)

    assert (await ada.account()).version == before + 1
    async with ada.scope.database.session() as session:
        logged = await session.connection.fetch(
            "SELECT entity, count(*) FROM change WHERE user_id = $1 AND version = $2 AND op = 'created' GROUP BY 1",
            ada.user_id,
            before + 1,
        )
    assert dict(logged) == {"project": 1, "section": 2, "label": 3, "task": 7}
    assert {found.version for found in (await ada.tasks_by_title()).values()} == {before + 1}


async def test_nobody_else_notices(ada: Person, bob: Person) -> None:
    await bob.make_project("Garden")
    before = await bob.export()

    await ada.take(GARDEN)

    assert await bob.export() == before
    assert (await ada.project("Garden")).id not in {project.id for project in await bob.all_of(ProjectRead)}


async def test_a_refused_file_makes_no_account(ada: Person) -> None:
    await ada.take(template(row("note", "to nobody")))

    async with ada.scope.database.session() as session:
        count = await session.connection.fetchval("SELECT count(*) FROM account WHERE user_id = $1", ada.user_id)
    assert count == 0


async def test_what_was_imported_can_be_moved_completed_and_renamed_like_anything_else(ada: Person) -> None:
    await ada.take(GARDEN)
    tasks = await ada.tasks_by_title()

    await ada.tasks.complete(tasks["Order seeds"].id, None)

    after = await ada.tasks_by_title()
    assert {title for title, found in after.items() if found.status == "completed"} == {
        "Order seeds",
        "Tomatoes",
        "Ripe early",
        "Beans",
    }
