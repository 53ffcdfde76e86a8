"""Server-sent events, as they come in pieces (HTML standard, section 9.2)."""

from collections.abc import Iterator
from dataclasses import dataclass

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Event:
    """One event; without a name it is a message."""

    name: str
    data: str
    id: str
    """The id told last, by this event or by one before."""


class EventDecoder:
    """Makes events of bytes, wherever these are cut; comments and what is unfinished at the end are no events."""

    def __init__(self) -> None:
        self._rest = b""
        self._is_first_line = True
        self._is_after_cr = False
        self._name = self._id = ""
        self._data: list[str] = []

    def feed(self, chunk: bytes) -> Iterator[Event]:
        for line in self._lines(chunk):
            if line:
                self._read(line)
                continue
            if self._data:
                yield Event(self._name or "message", "\n".join(self._data), self._id)
            self._name, self._data = "", []

    def _lines(self, chunk: bytes) -> Iterator[str]:
        """Whole lines; they end with CR, LF or both, and the two of a pair may come in different pieces."""
        if not chunk:
            return
        text = chunk.removeprefix(b"\n") if self._is_after_cr else chunk
        self._is_after_cr = chunk.endswith(b"\r")
        *lines, self._rest = (self._rest + text).replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        for line in lines:
            start = line.removeprefix(_BOM) if self._is_first_line else line
            self._is_first_line = False
            yield start.decode(errors="replace")

    def _read(self, line: str) -> None:
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        match field:
            case "event":
                self._name = value
            case "data":
                self._data.append(value)
            case "id" if "\0" not in value:
                self._id = value
            case _:
                pass  # a comment, `retry`, or what a newer API has added
