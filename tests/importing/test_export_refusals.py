"""Exports with lines that cannot be taken."""

from collections.abc import Callable
from typing import Any

import pytest

from importing.exports import of_kind, small_export, written
from importing.person import Person
from todo_domain import AccountRead, ProjectRead, SectionRead, new_id


def too_deep(documents: list[dict[str, Any]]) -> None:
    roots = of_kind(documents, "task", "Roots")
    for depth in range(4, 7):
        data = roots | {"id": str(new_id()), "title": f"Depth {depth}", "parent_id": documents[-1]["data"]["id"]}
        documents.append({"kind": "task", "data": data})


def double(kind: str, name: str) -> Callable[[list[dict[str, Any]]], None]:
    def change(documents: list[dict[str, Any]]) -> None:
        documents.append({"kind": kind, "data": of_kind(documents, kind, name)})

    return change


def put(kind: str, name: str, /, **values: Any) -> Callable[[list[dict[str, Any]]], None]:
    def change(documents: list[dict[str, Any]]) -> None:
        of_kind(documents, kind, name).update(values)

    return change


def circle(documents: list[dict[str, Any]]) -> None:
    of_kind(documents, "task", "Dig")["parent_id"] = of_kind(documents, "task", "Roots")["id"]


@pytest.mark.parametrize(
    ("change", "reasons"),
    [
        (
            put("task", "Dig", title="x" * 501),
            [
                "title: string should have at most 500 characters",
                "its parent on line 6 could not be taken",
                "its parent on line 7 could not be taken",
            ],
        ),
        (put("task", "Roots", title="a\x00b"), ["title: must not contain NUL"]),
        (put("task", "Roots", mood="good"), ["mood: extra inputs are not permitted"]),
        (put("task", "Roots", status="completed"), ["status and completed_at contradict each other"]),
        (put("task", "Roots", position="b0"), ["position: is no order key"]),
        (put("task", "Roots", position="lffffffffffff"), ["position: is no order key that the API gives out"]),
        (put("task", "Roots", position="m0000000000001"), ["position: is no order key that the API gives out"]),
        (put("task", "Roots", id="4a3f7c1e-0000-4000-8000-000000000000"), ["id: must be a UUIDv7"]),
        (
            put("task", "Roots", created_at="0001-01-01T00:00:00+00:00"),
            ["created_at: must lie between the years 1901 and 2998"],
        ),
        (
            put("task", "Roots", parent_id="019a0000-0000-7000-8000-000000000000"),
            ["its parent is neither in this file nor in this account"],
        ),
        (
            put("task", "Roots", section_id=None),
            ["it is in another project or section than its parent"],
        ),
        (
            put("task", "Weed", deleted_at="2026-11-21T00:00:00+00:00"),
            ["its parent is in the trash and it is not"],
        ),
        (
            put("section", "Beds", deleted_at="2026-11-21T00:00:00+00:00"),
            [
                "a section is in the trash only together with its project",
                "its section on line 4 could not be taken",
                "its parent on line 6 could not be taken",
                "its parent on line 7 could not be taken",
            ],
        ),
        (
            put("project", "Garden", name=" "),
            [
                "name: must not be blank",
                "its project on line 3 could not be taken",
                "its project on line 3 could not be taken",
                "its parent on line 6 could not be taken",
                "its parent on line 7 could not be taken",
            ],
        ),
        (
            put("project", "Inbox", archived=True),
            ["the inbox always exists; it cannot be archived or deleted"],
        ),
        (put("project", "Garden", is_inbox=True), ["there is an inbox on line 2 already"]),
        (put("label", "shop", color="red"), ["color: string should match pattern '^#[0-9a-fA-F]{6}$'"]),
        (double("task", "Roots"), ["the task on line 8 has the same id"]),
        (circle, ["its parents, followed upwards, run in a circle"] * 3),
        (too_deep, ["it would be nested 6 deep; tasks can be nested at most 5 deep"]),
        (lambda documents: documents.append({"kind": "mood"}), ["it is no line of an export"]),
        (lambda documents: documents.append({"a": 1}), ["it is no line of an export"]),
        (lambda documents: documents.append(documents[0]), ["the file has an account already"]),
    ],
)
async def test_a_line_that_cannot_be_taken_keeps_out_all_others(
    ada: Person, bob: Person, change: Callable[[list[dict[str, Any]]], None], reasons: list[str]
) -> None:
    documents = await small_export(ada)
    change(documents)

    report = await bob.take(written(documents))

    found = [refused.reason for refused in report.refused]
    assert len(found) >= len(reasons)
    assert [reason[: len(start)] for reason, start in zip(found, reasons, strict=False)] == reasons
    assert not report.imported
    assert [type(row) for row in await bob.everything()] == [AccountRead, ProjectRead]


async def test_bad_lines_are_skipped_on_request_with_all_that_is_theirs(ada: Person, bob: Person) -> None:
    documents = await small_export(ada)
    put("task", "Weed", title="")(documents)

    report = await bob.take(written(documents), skip_bad_rows=True)

    assert [refused.line for refused in report.refused] == [7, 8]
    assert (await bob.tasks_by_title()).keys() == {"Dig"}
    assert [section.name for section in await bob.all_of(SectionRead)] == ["Beds"]


async def test_a_parent_that_only_somebody_else_has_is_not_there(ada: Person, bob: Person) -> None:
    documents = await small_export(ada)
    weed = of_kind(documents, "task", "Dig")["id"]

    report = await bob.take(written(row for row in documents if row["data"].get("id") != weed))

    assert [refused.reason for refused in report.refused] == [
        "its parent is neither in this file nor in this account",
        "its parent on line 6 could not be taken",
    ]
