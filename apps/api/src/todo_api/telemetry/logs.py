"""The log: a line for each event on standard error, as JSON for machines or as text for people."""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any, Literal

from todo_api.telemetry.exceptions import describe, traceback_of
from todo_api.telemetry.request_ids import REQUEST_ID

type LogFormat = Literal["json", "text"]


def write_logs(form: LogFormat | None) -> None:
    """Have the whole process log like this; if nothing is said, as text at a terminal and as JSON elsewhere.

    uvicorn's loggers go the same way, but for that of requests: a line for each is no news, and it has the query in it.
    """
    as_text = sys.stderr.isatty() if form is None else form == "text"
    handler = logging.StreamHandler()
    handler.setFormatter(TextFormatter() if as_text else JsonFormatter())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("todo_api").setLevel(logging.INFO)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = name != "uvicorn.access"


class JsonFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(_entry(record))


class TextFormatter(logging.Formatter):
    """The same for reading, the traceback on lines of its own."""

    def format(self, record: logging.LogRecord) -> str:
        entry = _entry(record)
        traceback = entry.pop("traceback", None)
        beginning = f"{entry.pop('time')} {entry.pop('level').upper()} {entry.pop('event')}"
        line = " ".join([beginning, *(f"{name}={value}" for name, value in entry.items())])
        return line if traceback is None else f"{line}\n{traceback}"


def _entry(record: logging.LogRecord) -> dict[str, Any]:
    entry = {
        "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname.lower(),
        "event": _event(record),
        "logger": record.name,
    }
    request_id = REQUEST_ID.get()
    if request_id is not None:
        entry["request_id"] = request_id.decode()
    entry |= getattr(record, "facts", {})
    if record.exc_info and record.exc_info[1] is not None:
        entry["traceback"] = traceback_of(record.exc_info[1])
    return entry


def _event(record: logging.LogRecord) -> str:
    """The message's first line (asyncio puts whole objects on the others), with exceptions described, not quoted."""
    if isinstance(record.msg, BaseException):
        return describe(record.msg)
    message, arguments = str(record.msg), record.args
    if isinstance(arguments, tuple):
        arguments = tuple(describe(each) if isinstance(each, BaseException) else each for each in arguments)
    return (message % arguments if arguments else message).partition("\n")[0]
