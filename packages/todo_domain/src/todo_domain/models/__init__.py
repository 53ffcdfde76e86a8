"""The tables."""

from todo_domain.models.account import Account
from todo_domain.models.answer import Answer
from todo_domain.models.base import METADATA, Entity, OwnedEntity
from todo_domain.models.change import Change
from todo_domain.models.label import Label
from todo_domain.models.project import Project
from todo_domain.models.section import Section
from todo_domain.models.task import Task

__all__ = ["METADATA", "Account", "Answer", "Change", "Entity", "Label", "OwnedEntity", "Project", "Section", "Task"]
