"""The bounds, at their limits and one beyond them."""

import json
from typing import Any
from uuid import UUID

import pytest
from pydantic import ConfigDict, TypeAdapter, ValidationError

from todo_domain import new_id, types
from todo_domain.types import Priority, label_key

FIRE = "\N{FIRE}"
UUID4 = "5b1c7d3e-9f42-4aaa-8000-5b1c7d3e9f42"
UUID7 = "019a9d2e-6f00-7001-8000-5b1c7d3e9f42"

TAKEN: list[tuple[str, Any]] = [
    ("Title", FIRE * 500),
    ("Title", f"  {'x' * 500}\n"),
    ("Notes", ""),
    ("Notes", FIRE * 16_384),
    ("Name", FIRE * 120),
    ("LabelName", FIRE * 100),
    ("Labels", []),
    ("Labels", [str(number) for number in range(50)]),
    ("Color", "#aBcDeF"),
    ("Minutes", 1),
    ("Minutes", 525_600),
    ("CalendarDate", "1900-01-01"),
    ("CalendarDate", "2999-12-31"),
    ("CalendarDate", "2028-02-29"),
    ("WallClock", "1900-01-01T00:00:00"),
    ("WallClock", "2999-12-31T23:59:59.999999"),
    ("UserId", "~" * 255),
    ("UserId", " "),
    ("TimeZone", "Europe/Berlin"),
    ("TimeZone", "UTC"),
    ("TimeZone", "America/Argentina/ComodRivadavia"),
    ("EntityId", UUID7),
    ("EntityId", UUID7.upper()),
    ("Reference", UUID4),
    ("Version", 1),
    ("Version", 2**53 - 1),
    ("Position", "a0"),
    ("Position", "l01a1fc5196d2"),
]
REFUSED: list[tuple[str, Any]] = [
    ("Title", ""),
    ("Title", " \t\N{NO-BREAK SPACE}"),
    ("Title", "x" * 501),
    ("Title", "a\0b"),
    ("Notes", "x" * 16_385),
    ("Notes", "\0"),
    ("Notes", None),
    ("Name", ""),
    ("Name", " "),
    ("Name", "x" * 121),
    ("LabelName", "\N{IDEOGRAPHIC SPACE}"),
    ("LabelName", "x" * 101),
    ("LabelName", "a\0"),
    ("Labels", [str(number) for number in range(51)]),
    ("Labels", ["a", "A"]),
    ("Labels", ["Caf\N{LATIN SMALL LETTER E WITH ACUTE}", "CAFE\N{COMBINING ACUTE ACCENT}"]),
    ("Color", "red"),
    ("Color", "#12345"),
    ("Color", "#1234567"),
    ("Color", "#12345g"),
    ("Color", "#123456\n"),
    ("Minutes", 0),
    ("Minutes", 525_601),
    ("CalendarDate", "1899-12-31"),
    ("CalendarDate", "3000-01-01"),
    ("CalendarDate", "2026-02-29"),
    ("CalendarDate", "20261121"),
    ("CalendarDate", "\N{FULLWIDTH DIGIT TWO}026-11-21"),
    ("CalendarDate", 20_000),
    ("UserId", ""),
    ("UserId", "x" * 256),
    ("UserId", "ada\n"),
    ("UserId", "\N{LATIN SMALL LETTER A WITH DIAERESIS}"),
    ("TimeZone", ""),
    ("TimeZone", "Europe/berlin"),
    ("TimeZone", "CEST"),
    ("TimeZone", "Factory"),
    ("TimeZone", "../UTC"),
    ("EntityId", UUID4),
    ("EntityId", "019a9d2e-6f00-7001-0000-5b1c7d3e9f42"),
    ("EntityId", UUID7.replace("-", "")),
    ("EntityId", f"urn:uuid:{UUID7}"),
    ("Reference", f"{{{UUID4}}}"),
    ("Reference", f"{UUID4}\n"),
    ("Reference", UUID(UUID4).int),
    ("Version", 0),
    ("Version", 2**53),
    ("Position", ""),
    ("Position", "l"),
    ("Position", "l0G"),
    ("Position", "l" + "0" * 500),
]


def adapter(name: str) -> TypeAdapter[Any]:
    """Strict, as in the schemas of what comes in."""
    return TypeAdapter(getattr(types, name), config=ConfigDict(strict=True))


@pytest.mark.parametrize(("name", "value"), TAKEN, ids=lambda text: str(text)[:30])
def test_what_lies_within_the_bounds_is_taken(name: str, value: Any) -> None:
    adapter(name).validate_json(json.dumps(value))


@pytest.mark.parametrize(("name", "value"), REFUSED, ids=lambda text: str(text)[:30])
def test_what_lies_beyond_them_is_refused(name: str, value: Any) -> None:
    with pytest.raises(ValidationError):
        adapter(name).validate_json(json.dumps(value))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("errand", "ERRAND"),
        ("Stra\N{LATIN SMALL LETTER SHARP S}e", "STRASSE"),
        ("\N{LATIN SMALL LETTER E WITH ACUTE}", "E\N{COMBINING ACUTE ACCENT}"),
        ("\N{GREEK SMALL LETTER FINAL SIGMA}", "\N{GREEK CAPITAL LETTER SIGMA}"),
        ("\N{LATIN SMALL LIGATURE FI}", "FI"),
        ("\N{ANGSTROM SIGN}", "\N{LATIN SMALL LETTER A WITH RING ABOVE}"),
        ("\N{CHEROKEE LETTER A}", "\N{CHEROKEE SMALL LETTER A}"),
    ],
)
def test_names_that_differ_in_case_only_are_the_same_label(one: str, other: str) -> None:
    assert label_key(one) == label_key(other)
    assert label_key(label_key(one)) == label_key(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("resume", "r\N{LATIN SMALL LETTER E WITH ACUTE}sum\N{LATIN SMALL LETTER E WITH ACUTE}"),
        ("a", "\N{CYRILLIC SMALL LETTER A}"),
        ("a", "a "),
        ("2", "\N{SUPERSCRIPT TWO}"),
        ("i", "\N{LATIN SMALL LETTER DOTLESS I}"),
    ],
)
def test_names_that_differ_in_anything_else_are_two_labels(one: str, other: str) -> None:
    assert label_key(one) != label_key(other)


def test_priorities_are_ranked_from_none_to_urgent() -> None:
    assert [priority.rank for priority in Priority] == [0, 1, 2, 3, 4]
    assert [str(priority) for priority in Priority] == ["none", "low", "medium", "high", "urgent"]


def test_new_ids_are_of_version_7_and_each_is_later_than_the_last() -> None:
    ids = [new_id() for _ in range(10_000)]

    assert {(each.version, each.variant) for each in ids} == {(7, "specified in RFC 4122")}
    assert ids == sorted(set(ids))
    for each in (ids[0], ids[-1]):
        assert adapter("EntityId").validate_python(each) == each
