"""Todoist's CSV template: one project with its sections, tasks, subtasks and comments.

The columns mean what Todoist's help says (“Import or export a project as a CSV file”), with two exceptions: an empty
PRIORITY is no priority here, not the highest one, and an INDENT that skips a level is refused, not guessed at.
"""

import re
from dataclasses import replace

from pydantic import TypeAdapter, ValidationError

from todo_api.importing.reasons import reason_of
from todo_api.importing.records import Record, columns_of, first_line_of, records
from todo_api.importing.report import Refused, RefusedRow, UnreadableFile, quoted
from todo_api.importing.rows import Contents, ProjectRow, SectionRow, TaskRow
from todo_api.importing.template_task import read_task
from todo_domain import ProjectCreate, SectionCreate, new_id
from todo_domain.types import MAX_DEPTH, Notes

_COLUMNS = {
    "TYPE", "CONTENT", "DESCRIPTION", "IS_COLLAPSED", "PRIORITY", "INDENT", "AUTHOR", "RESPONSIBLE",
    "DATE", "DATE_LANG", "TIMEZONE", "DURATION", "DURATION_UNIT", "DEADLINE", "DEADLINE_LANG",
}  # fmt: skip
_BACKUP_ID = re.compile(r"\s*\[[0-9A-Za-z]{6,}\]$")
"""A backup of Todoist's writes the project's id behind its name."""
_NOTES: TypeAdapter[str] = TypeAdapter(Notes)


def is_template(first_line: str) -> bool:
    return {"TYPE", "CONTENT"} <= set(columns_of(first_line)[1])


def read_template(text: str, stem: str, project: str | None) -> Contents:
    """Read a template; its project has the name given or else that of the file."""
    name = project or _BACKUP_ID.sub("", stem)
    try:
        ProjectCreate(name=name)
    except ValidationError as error:
        raise UnreadableFile(
            f"{quoted(name)} cannot be a project's name ({reason_of(error)}); choose another with --project."
        ) from error
    contents = Contents(by_name=True, projects=[ProjectRow(line=1, id=new_id(), name=name)])
    for column in columns_of(first_line_of(text))[1]:
        if column and column not in _COLUMNS:
            contents.remark(1, f"the column {quoted(column)} is none of Todoist's and was left out")
    reader = _Reader(contents)
    for record in records(text):
        if not record.is_blank():
            reader.read(record)
    return contents


class _Reader:
    """Goes down the rows and remembers what the next one may belong to; what was refused is remembered, too."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.section: SectionRow | Refused | None = None
        self.ancestors: list[TaskRow | Refused] = []
        """A task of each depth, outermost first: the last one of them that was read."""
        self.commented: TaskRow | Refused | None = None
        """What a comment belongs to: the task in the rows above."""

    def read(self, record: Record) -> None:
        kind = record["TYPE"].lower()
        try:
            self._take(record, kind)
        except RefusedRow as refused:
            self._refuse(record, kind, str(refused))

    def _take(self, record: Record, kind: str) -> None:
        if kind == "meta":
            return
        if record.surplus:
            raise RefusedRow("it has more cells than there are columns; does a text with commas lack its quotes?")
        match kind:
            case "task":
                self._read_task(record)
            case "section":
                self._read_section(record)
            case "note":
                self._read_comment(record)
            case _:
                raise RefusedRow(f"TYPE is {quoted(kind)}; it has to be task, section, note or meta")

    def _refuse(self, record: Record, kind: str, reason: str) -> None:
        self.contents.refuse(record.line, reason)
        if kind == "section":
            self.section, self.ancestors, self.commented = self.contents.refused[-1], [], None
        elif kind != "note":
            self.commented = self.contents.refused[-1]
            depth = _depth_of(record["INDENT"]) or 1
            if depth <= len(self.ancestors) + 1:
                self.ancestors = [*self.ancestors[: depth - 1], self.contents.refused[-1]]

    def _read_section(self, record: Record) -> None:
        project = self.contents.projects[0]
        try:
            section = SectionCreate(project_id=project.id, name=record["CONTENT"])
        except ValidationError as error:
            raise RefusedRow(reason_of(error, {"name": "CONTENT"})) from error
        if record["DESCRIPTION"]:
            self.contents.remark(record.line, "sections have no notes; the section's DESCRIPTION was left out")
        self.section = SectionRow(line=record.line, id=new_id(), project_id=project.id, name=section.name)
        self.contents.sections.append(self.section)
        self.ancestors, self.commented = [], None

    def _read_task(self, record: Record) -> None:
        depth = self._depth(record["INDENT"])
        parent = self.ancestors[depth - 2] if depth > 1 else None
        if isinstance(parent, Refused):
            raise RefusedRow(f"its parent on line {parent.line} could not be taken")
        if isinstance(self.section, Refused):
            raise RefusedRow(f"its section on line {self.section.line} could not be taken")
        fields, remarks = read_task(record)
        task = TaskRow(
            line=record.line,
            id=new_id(),
            project_id=self.contents.projects[0].id,
            section_id=self.section.id if self.section else None,
            parent_id=parent.id if parent else None,
            **fields,
        )
        self.contents.tasks.append(task)
        for remark in remarks:
            self.contents.remark(record.line, remark)
        self.ancestors = [*self.ancestors[: depth - 1], task]
        self.commented = task

    def _depth(self, indent: str) -> int:
        depth = _depth_of(indent)
        if depth is None or depth > MAX_DEPTH:
            raise RefusedRow(f"INDENT is {quoted(indent)}; it has to be a number from 1 to {MAX_DEPTH}")
        if depth > len(self.ancestors) + 1:
            above = f"the task above it has {len(self.ancestors)}" if self.ancestors else "there is no task above it"
            raise RefusedRow(f"INDENT is {depth}, but {above}")
        return depth

    def _read_comment(self, record: Record) -> None:
        """Comments become paragraphs of the task's notes; who wrote one, and when, stands before it."""
        if self.commented is None:
            raise RefusedRow("there is no task above it that the comment could belong to")
        if isinstance(self.commented, Refused):
            raise RefusedRow(
                f"the task on line {self.commented.line}, to which the comment belongs, could not be taken"
            )
        author = f" by {record['AUTHOR']}" if record["AUTHOR"] else ""
        when = f" on {record['DATE']}" if record["DATE"] else ""
        comment = (f"Comment{author}{when}:\n" if author or when else "") + record["CONTENT"]
        try:
            notes = _NOTES.validate_python("\n\n".join(filter(None, (self.commented.notes, comment))))
        except ValidationError as error:
            line = self.commented.line
            raise RefusedRow(
                f"the notes of the task on line {line} cannot take this comment: {reason_of(error)}"
            ) from error
        task = replace(self.commented, notes=notes)
        self.commented = self.ancestors[-1] = self.contents.tasks[-1] = task


def _depth_of(indent: str) -> int | None:
    if not indent:
        return 1
    return int(indent) if re.fullmatch("[1-9][0-9]?", indent) else None
