"""Exceptions in the log say what they are and where they come from, and nothing of what was in their hands."""

import asyncio
import json
import logging
from collections.abc import Callable
from logging.handlers import QueueHandler
from queue import SimpleQueue

import pytest

from todo_api.telemetry.exceptions import describe, traceback_of
from todo_api.telemetry.logs import JsonFormatter, TextFormatter

SECRET = "qzvx"


def caught(raising: Callable[[], object]) -> BaseException:
    try:
        raising()
    except Exception as error:  # noqa: BLE001  whichever it is
        return error
    raise AssertionError("it was to raise something")


def miss() -> None:
    raise KeyError(SECRET)


def chained() -> None:
    try:
        miss()
    except KeyError as error:
        raise ValueError(SECRET) from error


def in_passing() -> None:
    try:
        miss()
    except KeyError:
        raise ValueError(SECRET)  # noqa: B904  which is what happens


def hidden() -> None:
    try:
        miss()
    except KeyError:
        raise ValueError(SECRET) from None


def together() -> None:
    raise ExceptionGroup(SECRET, [KeyError(SECRET), ConnectionRefusedError(111, "Connection refused", SECRET)])


def record(error: BaseException, message: object, *arguments: object) -> logging.LogRecord:
    info = (type(error), error, error.__traceback__)
    return logging.LogRecord("here", logging.ERROR, __file__, 1, message, arguments, info)


@pytest.mark.parametrize(
    ("raising", "described"),
    [
        (chained, "ValueError, by KeyError"),
        (in_passing, "ValueError, by KeyError"),
        (hidden, "ValueError"),
        (together, "ExceptionGroup"),
        (lambda: int(SECRET), "ValueError"),
        (lambda: json.loads(SECRET), "json.decoder.JSONDecodeError"),
        (lambda: open(f"/{SECRET}/{SECRET}"), "FileNotFoundError (No such file or directory)"),  # noqa: PTH123, SIM115  it fails
    ],
)
def test_it_is_told_without_its_message(raising: Callable[[], object], described: str) -> None:
    error = caught(raising)

    assert describe(error) == described
    for told in (describe(error), traceback_of(error)):
        assert SECRET not in told
    for formatter in (JsonFormatter(), TextFormatter()):
        for event in (record(error, "It failed: %r", error), record(error, error)):
            assert SECRET not in formatter.format(event)


def test_the_traceback_is_there_with_that_of_each_cause_and_member() -> None:
    chain, group = traceback_of(caught(chained)), traceback_of(caught(together))

    assert chain.count("Traceback (most recent call last):") == 2
    assert chain.index("in miss\n    raise KeyError(SECRET)") < chain.index(
        "in chained\n    raise ValueError(SECRET) from error"
    )
    assert chain.endswith("ValueError")
    assert "One of them: " in group
    assert group.endswith("ConnectionRefusedError (Connection refused)")


def test_causes_in_a_circle_come_to_an_end() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first

    assert describe(first) == "ValueError, by KeyError"


def test_a_message_is_its_first_line() -> None:
    """What asyncio says of a task that failed ends in the task itself, and in it is the exception."""

    async def fail() -> None:
        raise ValueError(SECRET)

    async def forget() -> logging.LogRecord:
        records: SimpleQueue[logging.LogRecord] = SimpleQueue()
        handler = QueueHandler(records)
        handler.prepare = lambda record: record  # type: ignore[method-assign]  # it would do the formatter's work
        logging.getLogger("asyncio").addHandler(handler)
        try:
            task = asyncio.create_task(fail())
            await asyncio.wait([task])
            del task
        finally:
            logging.getLogger("asyncio").removeHandler(handler)
        return records.get_nowait()

    told = asyncio.run(forget())

    assert SECRET in told.getMessage()
    line = json.loads(JsonFormatter().format(told))
    assert line["event"] == "Task exception was never retrieved"
    assert SECRET not in json.dumps(line)


def test_a_line_is_a_line() -> None:
    line = JsonFormatter().format(record(ValueError(), "one\ntwo %s", "three"))

    assert "\n" not in line
    assert json.loads(line)["event"] == "one"
