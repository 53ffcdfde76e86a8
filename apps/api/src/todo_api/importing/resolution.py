"""Which rows of a file are new, where they go, and which cannot be taken: decided from the file and the account."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from uuid import UUID

from todo_api.importing.existing import Existing
from todo_api.importing.report import Counts, Kind, Refused, RefusedRow
from todo_api.importing.rows import Contents, LabelRow, ProjectRow, Row, SectionRow, TaskRow
from todo_domain import new_id
from todo_domain.types import label_key


@dataclass(slots=True)
class Resolution:
    """The new rows, parents before their children, with the account's own ids in their references."""

    projects: list[ProjectRow] = field(default_factory=list)
    sections: list[SectionRow] = field(default_factory=list)
    labels: list[LabelRow] = field(default_factory=list)
    tasks: list[TaskRow] = field(default_factory=list)
    present: Counts = field(default_factory=Counts)
    refused: list[Refused] = field(default_factory=list)
    inbox: ProjectRow | None = None
    """The file's inbox; it is never new, but an empty account takes over what it is like."""

    @property
    def created(self) -> Counts:
        return Counts(len(self.projects), len(self.sections), len(self.labels), len(self.tasks))


class Places:
    """The projects, sections and labels that tasks can be in and carry, those of the account and those of the file."""

    def __init__(self, contents: Contents, existing: Existing) -> None:
        self.contents = contents
        self.existing = existing
        self.resolution = Resolution()
        self._lines: dict[tuple[Kind, UUID], int] = {}
        self._refused = {(row.kind, row.id): row.line for row in contents.refused}
        self._same = {contents.inbox_id: existing.inbox_id}
        """Projects of the file that are projects of the account by another id."""
        self._deleted_at = {project.id: project.deleted_at for project in existing.projects.values()}
        self._project_of_section = {section.id: section.project_id for section in existing.sections.values()}
        self._spelling = {label.key: label.name for label in existing.labels.values()}

    def decide[R: Row](self, kind: Kind, row: R, take: Callable[[R], None]) -> None:
        """Take a row or refuse it; of rows with one id the first counts."""
        first = self._lines.setdefault((kind, row.id), row.line)
        if first != row.line:
            self.refuse(kind, row, f"the {kind} on line {first} has the same id")
            return
        try:
            take(row)
        except RefusedRow as refused:
            self.refuse(kind, row, str(refused))

    def refuse(self, kind: Kind, row: Row, reason: str) -> None:
        self.resolution.refused.append(Refused(row.line, reason, kind, row.id))
        self._refused.setdefault((kind, row.id), row.line)

    def missing(self, kind: Kind, row_id: UUID, noun: str) -> RefusedRow:
        """Why a row that another refers to is not there."""
        line = self._refused.get((kind, row_id))
        if line is not None:
            return RefusedRow(f"its {noun} on line {line} could not be taken")
        return RefusedRow(f"its {noun} is neither in this file nor in this account")

    def take_project(self, row: ProjectRow) -> None:
        if row.is_inbox:
            if self.resolution.inbox is not None:
                raise RefusedRow(f"there is an inbox on line {self.resolution.inbox.line} already")
            self.resolution.inbox = row
            self._same[row.id] = self.existing.inbox_id
            self.resolution.present.projects += 1
            return
        named = (project for project in self.existing.projects.values() if project.name == row.name)
        same = next(named, None) if self.contents.by_name else self.existing.projects.get(row.id)
        if same is not None:
            self._same[row.id] = same.id
            self.resolution.present.projects += 1
            return
        self._deleted_at[row.id] = row.deleted_at
        self.resolution.projects.append(row)

    def take_section(self, row: SectionRow) -> None:
        if row.id in self.existing.sections:
            self.resolution.present.sections += 1
            return
        project_id = self.project_of(row)
        deleted_at = self._deleted_at[project_id]
        if row.deleted_at is not None and deleted_at is None:
            raise RefusedRow("a section is in the trash only together with its project")
        self._project_of_section[row.id] = project_id
        # One time for both, or restoring the project would leave the section behind.
        self.resolution.sections.append(replace(row, project_id=project_id, deleted_at=deleted_at))

    def take_label(self, row: LabelRow) -> None:
        """A label that the account has, by its id or by its name, stays as it is there; so do names on tasks."""
        known = self.existing.labels.get(row.id)
        if row.key in self._spelling:
            double = next((label for label in self.resolution.labels if label.key == row.key), None)
            if double is not None:
                raise RefusedRow(f"the label on line {double.line} has the same name")
            self.resolution.present.labels += 1
        elif known is not None:
            self._spelling[row.key] = known.name
            self.resolution.present.labels += 1
        else:
            self._make_label(row)

    def _make_label(self, row: LabelRow) -> None:
        self._spelling[row.key] = row.name
        self.resolution.labels.append(row)

    def project_of(self, row: SectionRow | TaskRow) -> UUID:
        """The account's id of the row's project."""
        project_id = self._same.get(row.project_id, row.project_id)
        if project_id not in self._deleted_at:
            raise self.missing("project", row.project_id, "project")
        if self._deleted_at[project_id] is not None and row.deleted_at is None:
            raise RefusedRow("its project is in the trash and it is not")
        return project_id

    def section_of(self, row: TaskRow, project_id: UUID) -> UUID | None:
        if row.section_id is None:
            return None
        if row.section_id not in self._project_of_section:
            raise self.missing("section", row.section_id, "section")
        if self._project_of_section[row.section_id] != project_id:
            raise RefusedRow("its section is in another project")
        return row.section_id

    def labels_of(self, row: TaskRow) -> tuple[str, ...]:
        """The row's labels as the labels themselves are written; those that nobody has yet are made."""
        for name in row.labels:
            if label_key(name) not in self._spelling:
                self._make_label(LabelRow(line=row.line, id=new_id(), name=name, key=label_key(name)))
        return tuple(dict.fromkeys(self._spelling[label_key(name)] for name in row.labels))
