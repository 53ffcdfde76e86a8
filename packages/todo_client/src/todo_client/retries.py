"""When to try again, and how long to wait before."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import uniform


@dataclass(frozen=True, kw_only=True)
class Retries:
    """So many attempts in all, with growing pauses of chance length between them (in seconds)."""

    attempts: int = 3
    first_pause: float = 0.1
    longest_pause: float = 5.0
    """How long an attempt is put off at most; if the API asks for longer, there is none."""

    def __post_init__(self) -> None:
        if self.attempts < 1:
            raise ValueError("attempts is at least 1: the first one counts.")
        if not 0 <= self.first_pause <= self.longest_pause:
            raise ValueError("first_pause lies between 0 and longest_pause.")

    def pauses(self) -> Iterator[float | None]:
        """For each attempt, how long to wait if it fails; None if it was the last one.

        The chance keeps clients that failed together from coming back together.
        """
        for attempt in range(self.attempts - 1):
            yield pause_after(attempt, self.first_pause, self.longest_pause)
        yield None


def pause_after(attempt: int, first: float, longest: float) -> float:
    """Seconds, of chance length: twice as long after each attempt (from 0), up to the longest."""
    pause = min(first * 2 ** min(attempt, 32), longest)
    return uniform(pause / 2, pause)  # noqa: S311  # nobody gains from guessing it
