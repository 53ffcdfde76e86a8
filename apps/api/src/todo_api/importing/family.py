"""The tasks of a file, put under their parents, in whatever order the file has them."""

from dataclasses import replace

from todo_api.importing.existing import Existing, TaskPlace
from todo_api.importing.report import RefusedRow
from todo_api.importing.resolution import Places, Resolution
from todo_api.importing.rows import Contents, TaskRow
from todo_domain.types import MAX_DEPTH


def resolve(contents: Contents, existing: Existing) -> Resolution:
    """Decide on every row of a file; rows that the account has already are left as they are."""
    places = Places(contents, existing)
    for project in contents.projects:
        places.decide("project", project, places.take_project)
    for section in contents.sections:
        places.decide("section", section, places.take_section)
    for label in contents.labels:
        places.decide("label", label, places.take_label)
    family = _Family(places)
    for task in contents.tasks:
        family.take_with_ancestors(task)
    return places.resolution


class _Family:
    def __init__(self, places: Places) -> None:
        self.places = places
        self.tasks: dict[object, TaskRow] = {}
        for row in places.contents.tasks:
            self.tasks.setdefault(row.id, row)
        self.decided: set[int] = set()
        """The lines of the rows that need no more thought."""
        self.placed = dict(places.existing.tasks)

    def take_with_ancestors(self, row: TaskRow) -> None:
        """Decide on the ancestors first; without recursion, as a file may nest as deep as it is long."""
        line_of_descent: dict[int, TaskRow] = {}
        current: TaskRow | None = row
        while current is not None and current.line not in self.decided:
            if current.line in line_of_descent:
                for member in line_of_descent.values():
                    self.decided.add(member.line)
                    self.places.refuse("task", member, "its parents, followed upwards, run in a circle")
                return
            line_of_descent[current.line] = current
            current = self.tasks.get(current.parent_id)
        for member in reversed(line_of_descent.values()):
            self.decided.add(member.line)
            self.places.decide("task", member, self._take)

    def _take(self, row: TaskRow) -> None:
        resolution = self.places.resolution
        if row.id in self.places.existing.tasks:
            resolution.present.tasks += 1
            return
        parent = self._parent_of(row)
        depth = parent.depth + 1 if parent else 1
        if depth > MAX_DEPTH:
            raise RefusedRow(f"it would be nested {depth} deep; tasks can be nested at most {MAX_DEPTH} deep")
        in_file = self.tasks.get(row.parent_id)
        if in_file and (in_file.project_id, in_file.section_id) != (row.project_id, row.section_id):
            raise RefusedRow("it is in another project or section than its parent")
        if parent:
            # A task of the account's own may have moved since the file was written; its subtasks follow it.
            project_id, section_id = parent.project_id, parent.section_id
        else:
            project_id = self.places.project_of(row)
            section_id = self.places.section_of(row, project_id)
        self.placed[row.id] = TaskPlace(
            id=row.id, project_id=project_id, section_id=section_id, depth=depth, trashed=row.deleted_at is not None
        )
        labels = self.places.labels_of(row)
        resolution.tasks.append(replace(row, project_id=project_id, section_id=section_id, depth=depth, labels=labels))

    def _parent_of(self, row: TaskRow) -> TaskPlace | None:
        if row.parent_id is None:
            return None
        parent = self.placed.get(row.parent_id)
        if parent is None:
            raise self.places.missing("task", row.parent_id, "parent")
        if parent.trashed and row.deleted_at is None:
            raise RefusedRow("its parent is in the trash and it is not")
        return parent
