"""A believable week of tasks, for whoever wants to see the app with something in it."""

from todo_api.demo.contents import Contents
from todo_api.demo.operations import Missing, missing_of

__all__ = ["Contents", "Missing", "missing_of"]
