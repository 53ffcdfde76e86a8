"""The progress bar: on standard error, if somebody looks at it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

type Advance = Callable[[], None]
"""Called once for each piece of work that is done."""


_ESTIMATE_SECONDS = 300
"""How far back the estimate of the time left looks: some pieces of work are much longer than others."""


class Steps:
    """The steps of a scenario, each of which has a bar."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars

    def begin(self, name: str, total: int | None = None) -> Advance:
        """Begin a step of so many pieces of work, or of nobody knows how many."""
        task = self._bars.add_task(name, total=total)
        return lambda: self._bars.advance(task)


@contextmanager
def showing_steps() -> Iterator[Steps]:
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    shown = Progress(
        *columns,
        console=console,
        transient=True,
        disable=not console.is_terminal,
        speed_estimate_period=_ESTIMATE_SECONDS,
    )
    with shown as bars:
        yield Steps(bars)
