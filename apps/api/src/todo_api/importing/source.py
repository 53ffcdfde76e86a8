"""From a file's bytes to what it holds; the format is told by the content, whatever the file is called."""

from todo_api.importing.export import read_export
from todo_api.importing.records import first_line_of
from todo_api.importing.report import UnreadableFile
from todo_api.importing.rows import Contents
from todo_api.importing.template import is_template, read_template

_FOREIGN = {
    b"PK\x03\x04": "It is a ZIP archive; unpack it and import the files in it one by one.",
    b"\x1f\x8b": "It is compressed with gzip; unpack it first.",
    b"\xff\xfe": "Its text is in UTF-16; save it as UTF-8.",
    b"\xfe\xff": "Its text is in UTF-16; save it as UTF-8.",
}


def read_contents(data: bytes, stem: str, project: str | None) -> Contents:
    """Read a file.

    `stem` is its name without the ending, and names the project of a CSV template unless `project` does.

    Raises:
        UnreadableFile: it is in neither of the two formats.
    """
    text = _text(data)
    first_line = first_line_of(text)
    if not first_line:
        raise UnreadableFile("There is nothing in it.")
    if first_line.startswith("{"):
        if project is not None:
            raise UnreadableFile("It is an export, which names its own projects; leave out --project.")
        return read_export(text)
    if is_template(first_line):
        return read_template(text, stem, project)
    raise UnreadableFile(
        "It is neither a CSV template of Todoist, whose first line names the columns TYPE and CONTENT,"
        " nor an export of ours, whose lines are JSON."
    )


def _text(data: bytes) -> str:
    for mark, sentence in _FOREIGN.items():
        if data.startswith(mark):
            raise UnreadableFile(sentence)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableFile(
            f"It is not UTF-8: line {line} has the byte 0x{data[error.start]:02X} where no such byte can be;"
            " save it as UTF-8."
        ) from error
