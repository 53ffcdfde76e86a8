"""What a database error means for the caller: whether anything had begun, and so whether it may be tried again."""

from enum import Enum

import asyncpg

ERRORS = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError)
"""What asyncpg raises, and the network beneath it; a timeout is an OSError."""


class Failure(Enum):
    """Kinds of failure, by what may be done about them."""

    TRY_AGAIN = "the server undid it: serialization, deadlock, lock timeout, an outdated plan"
    NOT_STARTED = "the server would not begin: it is starting or stopping, full, or a standby"
    TOO_LONG = "the server ended it, as it took too long; it would again"
    LOST = "the connection broke; what was under way may have happened or not"
    FINAL = "trying again would fail again"


_TRY_AGAIN = {"40001", "40P01", "55P03"}
_STANDBY = "25006"
_NOT_STARTED = {"53300", "57P03", "08001", "08004", _STANDBY}
_TOO_LONG = {"57014"}
_LOST = {"57P01", "57P02", "57P04", "57P05", "08000", "08003", "08006", "08007", "08P01", "25P03", "25P04"}
"""08P01 is what PgBouncer says, of whatever happens to it."""
_STATES = {
    state: failure
    for failure, states in (
        (Failure.TRY_AGAIN, _TRY_AGAIN),
        (Failure.NOT_STARTED, _NOT_STARTED),
        (Failure.TOO_LONG, _TOO_LONG),
        (Failure.LOST, _LOST),
    )
    for state in states
}


def classify(error: BaseException) -> Failure:
    """The failure that an error of asyncpg, or of the network beneath it, stands for (by SQLSTATE where it has one)."""
    match error:
        case asyncpg.InvalidCachedStatementError():
            return Failure.TRY_AGAIN
        case asyncpg.PostgresError(sqlstate=str(state)):
            return _STATES.get(state, Failure.FINAL)
        case ValueError():
            return Failure.FINAL  # an argument that asyncpg could not even send
        case asyncpg.InterfaceError() | asyncpg.InternalClientError() | OSError():
            # The second is what a connection says between the server's farewell and its hanging up.
            return Failure.LOST
        case _:
            return Failure.FINAL


def is_standby(error: BaseException) -> bool:
    """Whether the server that was asked to write is one that only reads."""
    return isinstance(error, asyncpg.PostgresError) and error.sqlstate == _STANDBY
