"""What is said about a file: the rows that could not be taken, what was taken otherwise than it was written, counts."""

from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

type Kind = Literal["project", "section", "label", "task"]

_SHOWN = 40


class UnreadableFile(Exception):
    """Nothing in the file can be taken; the message is a sentence that says why."""


class RefusedRow(Exception):
    """The row at hand cannot be taken; the message says why."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that could not be taken. What the row would have been is known if others may belong to it."""

    line: int
    reason: str
    kind: Kind | None = None
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was taken, but not as it stood in the file."""

    line: int
    text: str


@dataclass(slots=True)
class Counts:
    projects: int = 0
    sections: int = 0
    labels: int = 0
    tasks: int = 0

    def __str__(self) -> str:
        pairs = ((self.projects, "project"), (self.sections, "section"), (self.labels, "label"), (self.tasks, "task"))
        return ", ".join(f"{count:,} {noun}{'' if count == 1 else 's'}" for count, noun in pairs)

    @property
    def total(self) -> int:
        return self.projects + self.sections + self.labels + self.tasks


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a file. If it was not imported, `created` is what would have been without the refused rows."""

    imported: bool
    created: Counts = field(default_factory=Counts)
    present: Counts = field(default_factory=Counts)
    refused: tuple[Refused, ...] = ()
    remarks: tuple[Remark, ...] = ()


def printable(text: str) -> str:
    """Fit to be shown on a terminal: nothing in it that moves the cursor or turns the direction of writing."""
    return "".join(character if character.isprintable() else "?" for character in text)


def quoted(text: str) -> str:
    """A piece of the file, to be shown in a sentence."""
    shown = printable(text[: _SHOWN + 1])
    return f"“{shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + '…'}”"
