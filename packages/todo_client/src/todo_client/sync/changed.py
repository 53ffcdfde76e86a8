"""What the feed tells of: a thing as it is now, or that it is gone."""

from typing import Literal

from todo_client.models import AccountChanged, LabelChanged, ProjectChanged, SectionChanged, TaskChanged

type Kind = Literal["account", "project", "section", "label", "task"]
KINDS: tuple[Kind, ...] = ("account", "project", "section", "label", "task")

type Changed = AccountChanged | ProjectChanged | SectionChanged | LabelChanged | TaskChanged
