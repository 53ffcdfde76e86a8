"""The records of a CSV file with named columns: each with the line on which it begins."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from itertools import zip_longest

from todo_api.importing.report import UnreadableFile, quoted

_DELIMITERS = ",;\t"
"""Spreadsheets of some countries write semicolons."""


@dataclass(frozen=True, slots=True)
class Record:
    line: int
    cells: Mapping[str, str]
    surplus: bool
    """There is something in a cell that is under no column."""

    def __getitem__(self, column: str) -> str:
        """What stands in the column, trimmed; nothing where the file has no such column."""
        return self.cells.get(column, "").strip()

    def is_blank(self) -> bool:
        return not self.surplus and not any(cell.strip() for cell in self.cells.values())


def first_line_of(text: str) -> str:
    """The first line that is not blank; empty if there is none."""
    return re.split(r"[\r\n]", text.lstrip(), maxsplit=1)[0]


def columns_of(first_line: str) -> tuple[str, list[str]]:
    """The delimiter and the columns' names, in upper case."""

    def columns(delimiter: str) -> list[str]:
        return [cell.strip().strip('"').strip().upper() for cell in first_line.split(delimiter)]

    delimiter = max(_DELIMITERS, key=lambda candidate: len(columns(candidate)))
    return delimiter, columns(delimiter)


def records(text: str) -> Iterator[Record]:
    """What follows the first line that is not blank.

    Raises:
        UnreadableFile: the text is not CSV; from there on nothing in it is sure.
    """
    delimiter, columns = columns_of(first_line_of(text))
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    named = False
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise UnreadableFile(
                f"From line {line} on it is not CSV: {error}. Is there a quotation mark without its other half?"
            ) from error
        if cells is None:
            return
        if named:
            surplus = any(cell.strip() for name, cell in zip_longest(columns, cells, fillvalue="") if not name)
            yield Record(line, dict(zip(columns, cells, strict=False)), surplus)
        elif any(cell.strip() for cell in cells):
            named = True
            doubled = next((name for name in columns if name and columns.count(name) > 1), None)
            if doubled is not None:
                raise UnreadableFile(f"Its first line names the column {quoted(doubled)} twice.")
