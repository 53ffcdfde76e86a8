"""Todoist's templates for the tests."""

HEADER = (
    "TYPE,CONTENT,DESCRIPTION,IS_COLLAPSED,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,"
    "DATE,DATE_LANG,TIMEZONE,DURATION,DURATION_UNIT,DEADLINE,DEADLINE_LANG"
)
_NAMES = HEADER.split(",")


def row(kind: str, content: str, **cells: object) -> str:
    """A row by the columns' names in lower case."""
    values = {"TYPE": kind, "CONTENT": content} | {name.upper(): str(value) for name, value in cells.items()}
    assert values.keys() <= set(_NAMES)
    return ",".join('"{}"'.format(values.get(name, "").replace('"', '""')) for name in _NAMES)


def task(content: str, **cells: object) -> str:
    return row("task", content, **({"priority": 4, "indent": 1} | cells))


def template(*rows: str) -> str:
    return "\r\n".join((HEADER, *rows, ""))


GARDEN = template(
    row("meta", "view_style=list"),
    "," * 14,
    task("Order seeds @shop @Spring", priority=1, date="2026-12-24 18:00", date_lang="en", timezone="Europe/Berlin"),
    task("Tomatoes", priority=2, indent=2, description="San Marzano,\nand the yellow ones", duration=30),
    task("Ripe early", indent=3, date="24 Dec 2026", date_lang="en", timezone="Europe/Berlin"),
    row("note", "The catalogue says “60 days”", author="Ada (1)", date="2026-11-01T07:02:05.000000Z"),
    row("note", 'And "sweet"'),
    task("Beans @shop", indent=2, priority=3, duration=1, duration_unit="day"),
    "," * 14,
    row("section", "Beds, raised"),
    task("Water @daily", date="every monday", date_lang="en", timezone="Europe/Berlin"),
    task("Write to ada@example.com", deadline="2027-01-31", deadline_lang="en", date="2026-12-01 7:30"),
    row("section", "Compost"),
    task("Turn it", responsible="Bob (2)"),
)
