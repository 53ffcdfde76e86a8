"""Server-sent events, as the HTML standard defines them, and what the API promises of its own."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

END = b"\n\n"
FIELDS = {"changes": frozenset({"event", "id", "data"}), "pull": frozenset({"event", "data"})}


@dataclass(frozen=True)
class Event:
    """What stands between two empty lines; `name` is empty where nothing is told but how to connect again."""

    name: str
    id: str | None
    data: str
    fields: frozenset[str]

    @classmethod
    def parse(cls, block: bytes) -> "Event":
        """Raise ValueError for a line that is no field."""
        fields: dict[str, str] = {}
        for line in block.decode().split("\n"):
            name, _, value = line.partition(": ")
            if name and (name not in {"event", "id", "data", "retry"} or name in fields):
                raise ValueError(f"the line {line[:40]!r}")
            fields[name] = value
        names = frozenset(fields) - {""}
        return cls(fields.get("event", ""), fields.get("id"), fields.get("data", ""), names)


def complete(body: bytes) -> bytes:
    """As much of a stream as came before its last empty line."""
    return body[: body.rfind(END) + len(END)] if END in body else b""


def faults_of_events(body: bytes, faults_of_page: Callable[[Any], Iterator[str]]) -> Iterator[str]:
    """What is wrong with a stream that ended, or was left, behind an empty line."""
    *blocks, rest = body.split(END)
    if rest:
        yield "ends in the middle of an event"
    name = ""
    for number, block in enumerate(blocks):
        if name == "pull":
            yield "goes on behind pull"
        try:
            event = Event.parse(block)
        except ValueError as error:
            yield f"has what is no field: {error}"
            continue
        name = event.name
        if number == 0 and event.fields != {"retry"}:
            yield "does not begin with the time to connect again"
        if name:
            yield from _faults_of_event(event, faults_of_page)
        elif "data" in event.fields:
            yield "has data without the name of an event"


def _faults_of_event(event: Event, faults_of_page: Callable[[Any], Iterator[str]]) -> Iterator[str]:
    if event.fields != FIELDS.get(event.name):
        yield f"has an event {event.name} with {', '.join(sorted(event.fields))}"
        return
    try:
        page = json.loads(event.data)
    except ValueError as error:
        yield f"has data that are not JSON: {error}"
        return
    if event.name == "pull":
        if page != {}:
            yield "has a pull with data"
        return
    yield from faults_of_page(page)
    if page.get("next_cursor") != event.id or page.get("has_more") is not False or not page.get("items"):
        yield "has changes that are not a whole page behind which nothing follows"
