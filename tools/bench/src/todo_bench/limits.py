"""How many files a process may have open: each connection is one in the worker and one here."""

import resource

from todo_bench.refusal import Refusal

_BESIDES = 200
"""For everything else."""


def allow_open_files(count: int, what: str = "streams") -> None:
    """Raise this process's limit, which the worker inherits, as far as it is needed.

    Raises:
        Refusal: the system does not allow as many.
    """
    needed = count + _BESIDES
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= needed:
        return
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))
    except (ValueError, OSError) as error:
        raise Refusal(f"{count:,} {what} need {needed:,} open files, and `ulimit -Hn` allows {hard:,}.") from error
