"""One thing of each kind, with any contents that its read schema can show, and the rows that hold it."""

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, Phase, assume, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from python_client.documents import conforming
from todo_domain import AccountRead, LabelRead, ProjectRead, SectionRead, TaskRead
from todo_domain.documents import READS
from todo_domain.due import due_to_columns
from todo_domain.models import Account, Change, Entity, Label, Project, Section, Task
from todo_domain.schemas import Output
from todo_domain.types import label_key

ANY = settings(
    max_examples=40,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],  # a failure is told at once: to make it smaller takes minutes on a real database
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],  # these documents are large
)


@dataclass(frozen=True)
class Drawn:
    """Rows in an order in which they can be stored, and what the read schemas write for them."""

    user_id: str
    rows: list[Entity]
    ids: dict[str, UUID]
    """Of one thing of each kind."""
    written: dict[tuple[str, str], str]
    """JSON, by kind and id; the account is told by the id of its inbox."""


@st.composite
def belongings(draw: st.DrawFn) -> Drawn:
    account, inbox = _some(draw, AccountRead), _some(draw, ProjectRead)
    project, section = _some(draw, ProjectRead), _some(draw, SectionRead)
    label, task = _some(draw, LabelRead), _some(draw, TaskRead)
    user_id = account.user_id
    is_in_section = task.section_id is not None
    rows = {
        "account": Account(**_fields(account) | {"inbox_id": inbox.id}),
        "inbox": Project(user_id=user_id, **_fields(inbox) | {"is_inbox": True, "archived": False, "deleted_at": None}),
        "project": Project(user_id=user_id, **_fields(project) | {"is_inbox": False}),
        "section": Section(user_id=user_id, **_fields(section) | {"project_id": project.id}),
        "label": Label(user_id=user_id, key=label_key(label.name), **_fields(label)),
        "task": Task(
            user_id=user_id,
            depth=1,
            **_fields(task, "status", "due")
            | due_to_columns(task.due)._asdict()
            | {
                "project_id": project.id if is_in_section else inbox.id,
                "section_id": section.id if is_in_section else None,
                "parent_id": None if task.parent_id is None else task.id,
            },
        ),
    }
    ids = {"account": inbox.id, "project": project.id, "section": section.id, "label": label.id, "task": task.id}
    assume(len({*ids.values()}) == len(ids))
    things = [(kind, ids[kind], rows[kind]) for kind in READS] + [("project", inbox.id, rows["inbox"])]
    written = {(kind, str(key)): READS[kind].model_validate(row).model_dump_json() for kind, key, row in things}
    log = [
        Change(user_id=user_id, version=number, entity=kind, entity_id=ids[kind], op="created", at=account.created_at)
        for number, kind in enumerate(ids, 1)
    ]
    return Drawn(user_id, [*rows.values(), *log], ids, written)


def _some[Read: Output](draw: st.DrawFn, read: type[Read]) -> Read:
    text = json.dumps(draw(conforming(read)))
    try:
        return read.model_validate_json(text)
    except ValidationError:  # JSON Schema is less than Python: a time zone that is none, labels that differ by case
        assume(False)  # noqa: FBT003  hypothesis has it so
        raise


def _fields(document: Output, *left_out: str) -> dict[str, Any]:
    return {name: getattr(document, name) for name in type(document).model_fields if name not in left_out}
