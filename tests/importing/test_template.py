"""Todoist's CSV template: what is read from it, and which rows are refused."""

import pytest

from importing.templates import GARDEN, HEADER, row, task, template
from todo_api.importing import Contents, Refused, UnreadableFile, read_contents


def read(text: str | bytes, stem: str = "Garden", project: str | None = None) -> Contents:
    return read_contents(text if isinstance(text, bytes) else text.encode(), stem, project)


def refusals(text: str) -> dict[int, str]:
    return {refused.line: refused.reason for refused in read(text).refused}


def test_the_garden_is_read_without_a_refusal() -> None:
    contents = read(GARDEN)

    assert contents.refused == []
    assert [project.name for project in contents.projects] == ["Garden"]
    assert [section.name for section in contents.sections] == ["Beds, raised", "Compost"]
    assert len(contents.tasks) == 7


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    contents = read(GARDEN)

    assert {task.title: task.line for task in contents.tasks} == {
        "Order seeds": 4,
        "Tomatoes": 5,
        "Ripe early": 7,
        "Beans": 10,
        "Water": 13,
        "Write to ada@example.com": 14,
        "Turn it": 16,
    }


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_byte_order_mark_and_any_line_ending_are_fine(ending: str) -> None:
    text = "\ufeff" + template(task("Dig"), task("Sow @spring")).replace("\r\n", ending)

    contents = read(text)

    assert [(task.title, task.labels, task.line) for task in contents.tasks] == [
        ("Dig", (), 2),
        ("Sow", ("spring",), 3),
    ]


def test_columns_are_found_by_their_names_whatever_their_order() -> None:
    contents = read('\n"content";"Type";"indent"\n"Dig, deep";task;\nWeed;task;2\n')

    dig, weed = contents.tasks
    assert (dig.title, dig.line, weed.title, weed.parent_id) == ("Dig, deep", 3, "Weed", dig.id)


@pytest.mark.parametrize(
    ("content", "title", "labels"),
    [
        ("Buy milk @shop", "Buy milk", ("shop",)),
        ("@shop Buy @urgent milk", "Buy milk", ("shop", "urgent")),
        ("Buy @Shop milk @shop", "Buy milk", ("Shop",)),
        ("Write to ada@example.com", "Write to ada@example.com", ()),
        ("Meet @ 5", "Meet @ 5", ()),
        ("Not @home, nor @away", "Not @home, nor", ("away",)),
        ("買う @買い物 @🍅", "買う", ("買い物", "🍅")),
    ],
)
def test_words_that_are_labels_leave_the_title(content: str, title: str, labels: tuple[str, ...]) -> None:
    (found,) = read(template(task(content))).tasks

    assert (found.title, found.labels) == (title, labels)


@pytest.mark.parametrize(("cell", "rank"), [(1, 4), (2, 3), (3, 2), (4, 0), ("", 0)])
def test_the_first_priority_is_the_highest(cell: object, rank: int) -> None:
    (found,) = read(template(task("Dig", priority=cell))).tasks

    assert found.priority == rank


def test_a_date_that_cannot_be_taken_is_kept_in_the_notes_and_reported() -> None:
    text = template(
        task("Water", description="Early.", date="every monday", date_lang="en", timezone="Asia/Tokyo"),
        task("Weed", deadline="next week"),
    )

    contents = read(text)

    assert contents.tasks[0].notes == "Early.\n\nDue in Todoist: every monday (Asia/Tokyo)"
    assert contents.tasks[0].due_kind is None
    assert contents.tasks[1].notes == "Deadline in Todoist: next week"
    assert [(remark.line, remark.text) for remark in contents.remarks] == [
        (2, "DATE “every monday” is not one certain day; it was put into the task's notes"),
        (3, "DEADLINE “next week” is not one certain day; it was put into the task's notes"),
    ]


def test_comments_end_up_in_the_notes_of_their_task() -> None:
    contents = read(GARDEN)

    assert contents.tasks[2].notes == (
        'Comment by Ada (1) on 2026-11-01T07:02:05.000000Z:\nThe catalogue says “60 days”\n\nAnd "sweet"'
    )


def test_what_a_task_cannot_have_is_refused_with_its_line_and_a_reason() -> None:
    assert refusals(
        template(
            task("x" * 501),
            task("Dig", priority=5),
            task("Dig", indent="two"),
            task("Dig", duration="an hour"),
            task("Dig", duration=3, duration_unit="fortnight"),
            task("Dig", duration=366, duration_unit="day"),
            task("Dig", description="x" * 16_385),
            task("@shop"),
            task(""),
            task("nul \x00"),
            task(" ".join(f"@{number}" for number in range(51)) + " Dig"),
            row("project", "Garden"),
            row("note", "to nobody"),
            "task,Dig" + "," * 14 + "and weed",
        )
    ) == {
        2: "CONTENT: string should have at most 500 characters",
        3: "PRIORITY is “5”; it has to be 1 (the highest), 2, 3 or 4",
        4: "INDENT is “two”; it has to be a number from 1 to 5",
        5: "DURATION is “an hour”; it has to be a whole number",
        6: "DURATION_UNIT is “fortnight”; it has to be minute or day",
        7: "DURATION: input should be less than or equal to 525600",
        8: "DESCRIPTION: string should have at most 16384 characters",
        9: "CONTENT has labels but no title",
        10: "CONTENT: string should have at least 1 character",
        11: "CONTENT: must not contain NUL",
        12: "CONTENT: list should have at most 50 items after validation, not 51",
        13: "TYPE is “project”; it has to be task, section, note or meta",
        14: "the task on line 13, to which the comment belongs, could not be taken",
        15: "it has more cells than there are columns; does a text with commas lack its quotes?",
    }


def test_what_belongs_to_a_refused_row_is_refused_with_it() -> None:
    assert refusals(
        template(
            task("Dig", priority="!"),
            task("Weed", indent=2),
            task("Roots", indent=3),
            row("note", "deep ones"),
            task("Sow"),
            row("section", "x" * 121),
            task("Water"),
            row("section", "Compost"),
            task("Turn it"),
        )
    ) == {
        2: "PRIORITY is “!”; it has to be 1 (the highest), 2, 3 or 4",
        3: "its parent on line 2 could not be taken",
        4: "its parent on line 3 could not be taken",
        5: "the task on line 4, to which the comment belongs, could not be taken",
        7: "CONTENT: string should have at most 120 characters",
        8: "its section on line 7 could not be taken",
    }


def test_a_level_that_is_skipped_is_refused() -> None:
    assert refusals(template(task("Dig", indent=2), task("Sow"), task("Seeds", indent=3), task("Beds", indent=6))) == {
        2: "INDENT is 2, but there is no task above it",
        4: "INDENT is 3, but the task above it has 1",
        5: "INDENT is “6”; it has to be a number from 1 to 5",
    }


def test_a_subtask_cannot_reach_across_a_section() -> None:
    assert refusals(template(task("Dig"), row("section", "Beds"), task("Weed", indent=2))) == {
        4: "INDENT is 2, but there is no task above it"
    }


def test_a_comment_too_many_is_refused_and_the_task_stays() -> None:
    contents = read(template(task("Dig", description="x" * 16_000), row("note", "x" * 400), row("note", "short")))

    assert [refused.line for refused in contents.refused] == [3]
    assert contents.tasks[0].notes.endswith("\n\nshort")


def test_an_unknown_column_is_reported() -> None:
    contents = read("TYPE,CONTENT,MOOD\ntask,Dig,good\n")

    assert [remark.text for remark in contents.remarks] == ["the column “MOOD” is none of Todoist's and was left out"]


def test_the_project_is_named_by_the_option_or_by_the_file() -> None:
    def name(stem: str, project: str | None) -> str:
        return read(template(task("Dig")), stem, project).projects[0].name

    assert name("Garden", None) == "Garden"
    assert name("Garden [6Crg8jQ886Wh4P5g]", None) == "Garden"
    assert name("Garden", "Allotment") == "Allotment"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "There is nothing in it."),
        (b" \r\n\r\n", "There is nothing in it."),
        (b"Buy milk\nDig\n", "It is neither a CSV template of Todoist"),
        (b"%PDF-1.7\n%\xe2\xe3", "It is not UTF-8: line 2 has the byte 0xE2"),
        (HEADER.encode() + b"\ntask,caf\xe9\n", "It is not UTF-8: line 2 has the byte 0xE9"),
        (HEADER.encode("utf-16"), "Its text is in UTF-16; save it as UTF-8."),
        (b"PK\x03\x04rest", "It is a ZIP archive; unpack it"),
        (b"\x1f\x8b\x08rest", "It is compressed with gzip; unpack it first."),
        (HEADER.encode() + b'\ntask,"Dig\n', "From line 2 on it is not CSV: unexpected end of data."),
        (HEADER.encode() + b"\ntask," + b"x" * 200_000, "From line 2 on it is not CSV: field larger than field limit"),
        (b"TYPE,CONTENT,content\n", "Its first line names the column “CONTENT” twice."),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(content)

    assert str(refused.value).startswith(sentence)


def test_a_name_that_no_project_can_have_gets_a_sentence() -> None:
    with pytest.raises(UnreadableFile, match="choose another with --project"):
        read(template(task("Dig")), "x" * 121)


def test_nothing_of_the_file_reaches_the_terminal_as_a_command() -> None:
    contents = read(template(row("\x1b[31mtask", "Dig")))

    assert contents.refused == [Refused(2, "TYPE is “?[31mtask”; it has to be task, section, note or meta")]
