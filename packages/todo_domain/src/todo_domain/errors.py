"""What can go wrong in the domain's own words; each kind is answered by its own row of the API's table."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from todo_domain.caps import CAPS


class DomainError(Exception):
    """A rule of the domain said no; `detail` is a sentence for the person who asked."""

    detail: ClassVar[str]

    def __init__(self) -> None:
        super().__init__(self.detail)


class NotFound(DomainError):
    """There is no such thing among this user's things."""


class TaskNotFound(NotFound):
    detail = "There is no such task."


class ProjectNotFound(NotFound):
    detail = "There is no such project."


class SectionNotFound(NotFound):
    detail = "There is no such section."


class LabelNotFound(NotFound):
    detail = "There is no such label."


class IdTaken(DomainError):
    detail = "This id already belongs to something that was created differently."


class LabelExists(DomainError):
    detail = "There already is a label of this name; case does not tell labels apart."


class InboxProtected(DomainError):
    detail = "The inbox always exists; it cannot be archived or deleted."


class TooDeep(DomainError):
    detail = "Tasks can be nested at most 5 deep."


class TaskCycle(DomainError):
    detail = "A task cannot be moved into itself or into one of its own subtasks."


class SiblingNotFound(NotFound):
    detail = "There is no such neighbour at the place where this is to go."


class NoRoom(DomainError):
    detail = "There is no room left between these two neighbours; move one of them first."


class InTrash(DomainError):
    detail = "This is in the trash; restore it first."


class TooMuchToUndo(DomainError):
    detail = "These changes touched more than 50,000 things; so many cannot be undone at once."


class CapReached(DomainError):
    """The user has as much of a kind as anybody may."""


class TooManyTasks(CapReached):
    detail = f"You can have {CAPS.most_tasks:,} tasks, the trash included; delete some of them for good first."


class TooManyProjects(CapReached):
    detail = f"You can have {CAPS.most_projects:,} projects, the trash included; delete some of them for good first."


class TooManySections(CapReached):
    detail = f"You can have {CAPS.most_sections:,} sections, the trash included; delete some of them first."


class TooManyLabels(CapReached):
    detail = f"You can have {CAPS.most_labels:,} labels; delete some of them first."


class FeedExpired(DomainError):
    detail = "What happened since this cursor is not known any more; start over without one."


class ChangeNotFound(NotFound):
    detail = "There is no such change, or it was too long ago."


class NotUndoable(DomainError):
    detail = "Nothing of this change can be taken back: what it was about is gone for good, or began with the account."


class Obstacle(NamedTuple):
    """Why one of the changes that were to be undone cannot be."""

    place: int
    """Of the change, in the request."""
    detail: str


class UndoConflict(DomainError):
    """Something stands in the way of an undo."""

    detail = "What happened later stands in the way; errors says what. Nothing was undone."

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        super().__init__()
        self.obstacles = obstacles


class KeyReused(DomainError):
    detail = "This idempotency key was used for another request; every write needs a key of its own."


class StillRunning(DomainError):
    detail = "A request with this idempotency key is still running; send it again in a moment."


class StaleVersion(DomainError):
    """The caller's If-Match named another version than the current one."""

    detail = "This was changed by somebody else since you read it."

    def __init__(self, current: int) -> None:
        super().__init__()
        self.current = current
