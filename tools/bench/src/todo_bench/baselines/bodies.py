"""What is sent to a baseline: the part of the API's bodies that the benchmark uses, within the same bounds."""

from pydantic import BaseModel

from todo_domain.types import Labels, Notes, Priority, Title


class NewTask(BaseModel):
    title: Title
    notes: Notes = ""
    priority: Priority = Priority.NONE
    labels: Labels = []


class NewTitle(BaseModel):
    title: Title
