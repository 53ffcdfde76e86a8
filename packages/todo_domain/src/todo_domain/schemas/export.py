"""The lines of an export: everything of one user as JSON Lines (one JSON text a line, UTF-8)."""

from typing import Annotated, Literal

from pydantic import Field

from todo_domain.schemas import examples
from todo_domain.schemas.account import AccountRead
from todo_domain.schemas.base import Output
from todo_domain.schemas.examples import example
from todo_domain.schemas.label import LabelRead
from todo_domain.schemas.project import ProjectRead
from todo_domain.schemas.section import SectionRead
from todo_domain.schemas.task import TaskRead


class AccountLine(Output):
    model_config = example({"kind": "account", "data": examples.ACCOUNT})

    kind: Literal["account"]
    data: AccountRead


class ProjectLine(Output):
    model_config = example({"kind": "project", "data": examples.PROJECT})

    kind: Literal["project"]
    data: ProjectRead


class SectionLine(Output):
    model_config = example({"kind": "section", "data": examples.SECTION})

    kind: Literal["section"]
    data: SectionRead


class LabelLine(Output):
    model_config = example({"kind": "label", "data": examples.LABEL})

    kind: Literal["label"]
    data: LabelRead


class TaskLine(Output):
    model_config = example({"kind": "task", "data": examples.TASK})

    kind: Literal["task"]
    data: TaskRead


ExportLine = Annotated[AccountLine | ProjectLine | SectionLine | LabelLine | TaskLine, Field(discriminator="kind")]
