"""What comes between a sync and the API, to be waited out."""

from collections.abc import Awaitable

from todo_client.errors import TodoProblem
from todo_client.models import Problem


class Trouble(Exception):
    """A request that got no answer, or a no."""

    def __init__(self, reason: Exception) -> None:
        super().__init__(str(reason))
        self.reason = reason

    @property
    def problem(self) -> Problem | None:
        """The API's no, if it was one."""
        return self.reason.problem if isinstance(self.reason, TodoProblem) else None

    @property
    def code(self) -> str | None:
        return None if self.problem is None else self.problem.code

    @property
    def retry_after(self) -> float:
        """Seconds to wait at least."""
        return (self.reason.retry_after or 0) if isinstance(self.reason, TodoProblem) else 0


async def asked[T](answer: Awaitable[T]) -> T:
    """The answer of the API.

    Raises:
        Trouble: there is none. Nothing else is raised, so that errors of the storage are never taken for the network's.
    """
    try:
        return await answer
    except Exception as error:
        raise Trouble(error) from error  # the application's own source of tokens may raise anything, too
