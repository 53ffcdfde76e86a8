"""How many files a process may have open: each stream is one in the worker and one here."""

import resource

from todo_bench.refusal import Refusal

_BESIDES = 200
"""For everything but the streams."""


def allow_open_files(streams: int) -> None:
    """Raise this process's limit, which the worker inherits, as far as it is needed.

    Raises:
        Refusal: the system does not allow as many.
    """
    needed = streams + _BESIDES
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= needed:
        return
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))
    except (ValueError, OSError) as error:
        raise Refusal(f"{streams:,} streams need {needed:,} open files, and `ulimit -Hn` allows {hard:,}.") from error
