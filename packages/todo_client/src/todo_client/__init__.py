"""A typed asyncio client of the todo API; `todo_client.models` are its documents."""

from todo_client.batch import Operation
from todo_client.client import TodoClient
from todo_client.errors import TodoError, TodoProblem, UnexpectedAnswer, Unreachable
from todo_client.ids import new_id
from todo_client.listing import Listing, Page, Pages
from todo_client.retries import Retries
from todo_client.token import TokenSource
from todo_client.versioned import Versioned

__all__ = [
    "Listing",
    "Operation",
    "Page",
    "Pages",
    "Retries",
    "TodoClient",
    "TodoError",
    "TodoProblem",
    "TokenSource",
    "UnexpectedAnswer",
    "Unreachable",
    "Versioned",
    "new_id",
]
