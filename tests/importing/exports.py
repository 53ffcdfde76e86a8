"""Exports for the tests, as they are and with lines that somebody changed."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from importing.person import Person
from todo_domain import AccountUpdate, DateDue, Priority, ProjectUpdate, TaskMove, ZonedDue
from todo_domain.schemas import Place


async def full_account(person: Person) -> None:
    """A bit of everything: order changed, things completed, archived and in the trash."""
    await person.accounts.update(AccountUpdate(timezone="Europe/Berlin"), None)
    inbox = (await person.account()).inbox_id
    await person.projects.update(inbox, ProjectUpdate(name="Eingang", color="#00ff00"), None)
    garden = await person.make_project("Garden", color="#AA00bb")
    attic = await person.make_project("Attic", archived=True)
    lost = await person.make_project("Lost")
    beds, compost = await person.make_section("Beds", garden), await person.make_section("Compost", garden)
    await person.make_section("Lost", lost)
    await person.sections.move(compost, Place(before=beds), None)
    await person.make_label("Spring", color="#123456")
    seeds = await person.make_task(
        "Order seeds\u2028🌱",
        section_id=beds,
        notes="\ttwo\r\nlines ",
        priority=Priority.URGENT,
        labels=["shop", "spring"],
        due=ZonedDue.model_validate_json(
            '{"kind":"zoned","datetime":"2026-12-24T18:00:00.123456","timezone":"Europe/Berlin"}'
        ),
        start_date=date(2026, 12, 1),
        deadline_date=date(2027, 1, 31),
        duration_minutes=90,
    )
    parent = seeds
    for depth in range(2, 6):
        parent = await person.make_task(f"Depth {depth}", parent_id=parent)
    weed = await person.make_task("Weed", due=DateDue(kind="date", date=date(2026, 12, 24)))
    child = await person.make_task("Roots", parent_id=weed)
    # The parent now comes after its children in the order of ids: a file has its tasks in any order.
    shed = await person.make_task("Shed", project_id=garden)
    await person.tasks.move(weed, TaskMove(parent_id=shed), None)
    await person.tasks.complete(child, None)
    thrown = await person.make_task("Thrown away", project_id=attic)
    await person.make_task("With it", parent_id=thrown)
    await person.tasks.trash(thrown, None)
    await person.make_task("In a lost project", project_id=lost)
    await person.projects.trash(lost, None)


def comparable(rows: Iterable[Any], inbox: UUID) -> list[dict[str, Any]]:
    """What has to survive: all but whose it is, versions, and the id of the inbox."""
    documents = []
    for row in rows:
        document = row.model_dump(exclude={"version", "user_id", "inbox_id"})
        documents.append({name: "inbox" if value == inbox else value for name, value in document.items()})
    return sorted(documents, key=lambda document: str(document.get("id")))


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.split("\n") if line]


def written(documents: Iterable[dict[str, Any]]) -> str:
    return "".join(f"{json.dumps(document)}\n" for document in documents)


def of_kind(documents: list[dict[str, Any]], kind: str, name: str) -> dict[str, Any]:
    """The data of the line with this name or title."""
    found: list[dict[str, Any]] = [
        document["data"]
        for document in documents
        if document["kind"] == kind and name in {document["data"].get("name"), document["data"].get("title")}
    ]
    assert len(found) == 1
    return found[0]


async def small_export(person: Person) -> list[dict[str, Any]]:
    garden = await person.make_project("Garden")
    beds = await person.make_section("Beds", garden)
    dig = await person.make_task("Dig", section_id=beds, labels=["shop"])
    weed = await person.make_task("Weed", parent_id=dig)
    await person.make_task("Roots", parent_id=weed)
    return lines(await person.export())
