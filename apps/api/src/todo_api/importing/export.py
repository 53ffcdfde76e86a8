"""Our own export, JSON Lines: each line is checked by the schema that wrote it."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, get_args
from uuid import UUID

from fractional_indexing import FIError, validate_order_key
from pydantic import TypeAdapter, ValidationError

from todo_api.importing.reasons import reason_of
from todo_api.importing.report import Kind
from todo_api.importing.rows import AccountFields, Contents, LabelRow, ProjectRow, SectionRow, TaskRow
from todo_domain import ExportLine, LabelRead, ProjectRead, SectionRead, Status, TaskRead
from todo_domain.due import due_to_columns
from todo_domain.ordering import DIGITS, LAST_VERSION, version_of
from todo_domain.schemas import AccountLine, LabelLine, ProjectLine, SectionLine, TaskLine
from todo_domain.types import FIRST_DAY, LAST_DAY, label_key

type _Line = AccountLine | ProjectLine | SectionLine | LabelLine | TaskLine
type _Owned = ProjectRead | SectionRead | LabelRead | TaskRead

_LINE: TypeAdapter[_Line] = TypeAdapter(ExportLine)
_KINDS: tuple[Kind, ...] = get_args(Kind.__value__)
_INSTANTS = ("created_at", "updated_at", "completed_at", "deleted_at")
_UUID_VERSION = 7


def read_export(text: str) -> Contents:
    contents = Contents()
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            entry = _LINE.validate_json(line)
        except ValidationError as error:
            kind, row_id = _identity(line)
            contents.refuse(number, reason_of(error), kind, row_id)
            continue
        reasons = "; ".join(_objections(entry))
        if reasons:
            contents.refuse(number, reasons, *_identity(line))
        else:
            _add(contents, number, entry)
    return contents


def _add(contents: Contents, number: int, entry: _Line) -> None:
    match entry:
        case AccountLine(data=account):
            if contents.account is not None:
                contents.refuse(number, "the file has an account already")
                return
            contents.account = AccountFields(account.timezone, account.created_at, account.updated_at)
            contents.inbox_id = account.inbox_id
        case ProjectLine(data=project):
            contents.projects.append(ProjectRow(line=number, **project.model_dump(exclude={"version"})))
        case SectionLine(data=section):
            contents.sections.append(SectionRow(line=number, **section.model_dump(exclude={"version"})))
        case LabelLine(data=label):
            fields = label.model_dump(exclude={"version"})
            contents.labels.append(LabelRow(line=number, key=label_key(label.name), **fields))
        case TaskLine(data=task):
            contents.tasks.append(_task(number, task))


def _task(number: int, task: TaskRead) -> TaskRow:
    fields = task.model_dump(exclude={"version", "status", "due", "priority", "labels"})
    return TaskRow(
        line=number,
        priority=task.priority.rank,
        labels=tuple(task.labels),
        **fields,
        **due_to_columns(task.due)._asdict(),
    )


def _objections(entry: _Line) -> Iterator[str]:
    """What the schemas for reading do not check, because the API's own rows cannot be so."""
    for name in _INSTANTS:
        instant: datetime | None = getattr(entry.data, name, None)
        if instant is not None and not FIRST_DAY.year < instant.year < LAST_DAY.year:
            yield f"{name}: must lie between the years {FIRST_DAY.year + 1} and {LAST_DAY.year - 1}"
    if isinstance(entry, AccountLine):
        return
    yield from _row_objections(entry.data)


def _row_objections(row: _Owned) -> Iterator[str]:
    if row.id.version != _UUID_VERSION:
        yield "id: must be a UUIDv7"
    try:
        validate_order_key(row.position, DIGITS)
        if not 0 < version_of(row.position) < LAST_VERSION:
            yield "position: is no order key that the API gives out"
    except FIError:
        yield "position: is no order key"
    if isinstance(row, ProjectRead) and row.is_inbox and (row.archived or row.deleted_at is not None):
        yield "the inbox always exists; it cannot be archived or deleted"
    if isinstance(row, TaskRead) and (row.status is Status.COMPLETED) != (row.completed_at is not None):
        yield "status and completed_at contradict each other"


def _identity(line: str) -> tuple[Kind | None, UUID | None]:
    """What a line that was refused would have been, as far as it says so."""
    try:
        entry: Any = json.loads(line)
        kind = next(known for known in _KINDS if known == entry["kind"])
        return kind, UUID(entry["data"]["id"])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, StopIteration):
        return None, None
