"""Who is in the database and what is theirs, by number, so that nobody has to ask the database for it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID

BEGAN = datetime(2025, 1, 6, 8, tzinfo=UTC)
"""When everybody's account was made. All that was seeded is from before `ENDED`, all that a run writes from after."""
APART = timedelta(minutes=1)
"""From one task to the next."""
ENDED = datetime(2025, 12, 1, tzinfo=UTC)
FIRST_VERSION = int(BEGAN.timestamp() * 1000)
LABELS = ("errand", "home", "garden", "work", "phone", "someday")


class Part(StrEnum):
    """What is done with a task. No task is in two parts, so that nothing of it can go wrong but what was measured."""

    GET = "get"
    PATCH = "patch"
    COMPLETE = "complete"
    DELETE = "delete"


_SHARES = {Part.GET: 4, Part.PATCH: 4, Part.COMPLETE: 8, Part.DELETE: 4}
"""Of twenty of a user's tasks. Each can be completed once in a slice, and read as often as one likes."""
FEWEST_TASKS = sum(_SHARES.values())


@dataclass(frozen=True, slots=True)
class Population:
    """So many users, each with so many tasks; users are numbered, and the tasks of each."""

    users: int
    tasks: int
    seed: int = 5

    @staticmethod
    def user_id(user: int) -> str:
        return f"user-{user}"

    @staticmethod
    def created_at(task: int) -> datetime:
        return BEGAN + APART * (task + 1)

    @classmethod
    def task_id(cls, user: int, task: int) -> UUID:
        return _id(cls.created_at(task), user)

    @staticmethod
    def thing_id(user: int, number: int) -> UUID:
        """The inbox is 0, the labels follow."""
        return _id(BEGAN + timedelta(milliseconds=number), user)

    def numbers(self, part: Part) -> range:
        """The tasks that each user has in a part."""
        parts = list(Part)
        before = sum(_SHARES[each] for each in parts[: parts.index(part)])
        first, end = (self.tasks * shares // FEWEST_TASKS for shares in (before, before + _SHARES[part]))
        return range(first, end)


def _id(made_at: datetime, user: int) -> UUID:
    """A UUIDv7 (RFC 9562, section 5.7) whose random bits are the user's number."""
    return UUID(int=int(made_at.timestamp() * 1000) << 80 | 0x7 << 76 | 0b10 << 62 | user)
