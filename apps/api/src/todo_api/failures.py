"""What a database error means for the caller: whether anything had begun, and so whether it may be tried again."""

from enum import Enum

import asyncpg


class Failure(Enum):
    """Kinds of failure, by what may be done about them."""

    TRY_AGAIN = "the server undid it: serialization, deadlock, lock timeout, an outdated plan"
    NOT_STARTED = "there was no connection to begin with"
    LOST = "the connection broke; what was under way may have happened or not"
    FINAL = "trying again would fail again"


_TRY_AGAIN = {"40001", "40P01", "55P03"}
_NOT_STARTED = {"53300", "57P03", "08001", "08004"}
_LOST = {"57P01", "57P02", "08000", "08003", "08006", "25006"}


def classify(error: BaseException) -> Failure:
    """The failure that an error of asyncpg, or of the network beneath it, stands for (by SQLSTATE where it has one)."""
    match error:
        case asyncpg.InvalidCachedStatementError():
            return Failure.TRY_AGAIN
        case asyncpg.PostgresError(sqlstate=str(state)):
            groups = {Failure.TRY_AGAIN: _TRY_AGAIN, Failure.NOT_STARTED: _NOT_STARTED, Failure.LOST: _LOST}
            return next((failure for failure, states in groups.items() if state in states), Failure.FINAL)
        case ValueError():
            return Failure.FINAL  # an argument that asyncpg could not even send
        case asyncpg.InterfaceError() | asyncpg.InternalClientError() | OSError():
            # The second is what a connection says between the server's farewell and its hanging up.
            return Failure.LOST
        case _:
            return Failure.FINAL
