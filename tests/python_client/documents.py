"""Documents as their JSON Schema wants them, and documents that have something odd about them."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from hypothesis import strategies as st
from pydantic import BaseModel

type Schema = dict[str, Any]
type Path = tuple[str | int, ...]

FIRST, LAST = datetime(1900, 1, 1), datetime(2999, 12, 31)  # noqa: DTZ001  # clocks on walls
ITEMS, SHORT = 3, 100
"""Longer lists and texts tell nothing new; bounds are what the odd values are for."""

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=ITEMS) | st.dictionaries(st.text(max_size=5), inner, max_size=ITEMS),
    max_leaves=5,
)
"""Any JSON; fractions are nowhere in the contract."""

OWN_ID = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
UUID7 = "019a9d2e-6f00-7001-8000-5b1c7d3e9f42"
ODD: list[Any] = [
    *(None, True, False, 0, 1, -1, 2**53 - 1, 2**53, 10**30, 525_600, 525_601, 1.0, 1.5, 1e400),
    *("", " ", "\t\n", "\u3000", "\x1c", "\x00", "a\x00b", " a ", "\ufeff", "\u200b", "é", "e\u0301", "\U0001f345"),
    *("0", "1", "true", "null", "none", "open", "urgent", "kind", "date", "zoned"),
    *("x" * length for length in (64, 65, 100, 101, 120, 121, 200, 255, 256, 500, 501, 4096, 4097, 16_384, 16_385)),
    *("2026-12-24", "2026-02-30", "1899-12-31", "1900-01-01", "2999-12-31", "3000-01-01", "24.12.2026", "20261224"),
    *("2026-12-24T18:00:00", "2026-12-24 18:00", "2026-12-24T18:00:00.123456", "2026-12-24T24:00:00", "1795234567"),
    *("1899-12-31T23:59:59", "2999-12-31T23:59:59", "3000-01-01T00:00:00", "0001-01-01T00:00:00"),
    *("2026-12-24T18:00:00Z", "2026-12-24T18:00:00+01:00", "2026-12-24T18:00:00+25:00", "2999-12-31T23:59:59Z"),
    *(UUID7, UUID7.upper(), f"{{{UUID7}}}", f"urn:uuid:{UUID7}", UUID7.replace("-", ""), UUID7.replace("-7", "-4", 1)),
    *("#2E8b57", "#2e8b5", "#2e8b577", "2e8b57", "#gggggg", "l01a1fc5196d2", "Europe/Berlin", "europe/berlin", "UTC"),
    *([], {}, ["a"], ["a", "a"], ["a", "A"], ["a", 1], [" "], [None], ["x" * 101], [f"l{n}" for n in range(50)]),
    [f"l{n}" for n in range(51)],
    {"kind": "date"},
    {"kind": "date", "date": "2026-12-24"},
    {"kind": "date", "date": "2026-12-24", "timezone": "UTC"},
    {"kind": "floating", "datetime": "2026-12-24T18:00:00"},
    {"kind": "floating", "datetime": "2026-12-24T18:00:00Z"},
    {"kind": "zoned", "datetime": "2026-12-24T18:00:00", "timezone": "Europe/Berlin"},
    {"kind": "zoned", "datetime": "2026-12-24T18:00:00", "timezone": "Europe/Atlantis"},
    {"kind": "never"},
]
"""Values that are right in one place and wrong in the others, or just within or beyond a bound."""


@cache
def conforming(model: type[BaseModel]) -> st.SearchStrategy[Any]:
    """Documents that the model's JSON Schema allows."""
    schema = model.model_json_schema()
    return _values(schema, schema.get("$defs", {}))


@cache
def odd(model: type[BaseModel]) -> st.SearchStrategy[Any]:
    """Documents that the model's JSON Schema allows but for one to three places."""

    @st.composite
    def document(draw: st.DrawFn) -> Any:
        value = draw(conforming(model))
        for _ in range(draw(st.integers(1, 3))):
            *above, last = draw(st.sampled_from([*places(value), ("unknown",)]))
            changed = draw(st.one_of(st.just(...), st.sampled_from(ODD)))
            value = replaced(value, (*above, last), changed)
        return value

    return document()


def places(value: Any, above: Path = ()) -> Iterator[Path]:
    """The paths to everything in a document."""
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*above, key)
        yield from places(item, (*above, key))


def replaced(document: Any, path: Path, value: Any) -> Any:
    """A copy with another value in a place, or with nothing there for `...`."""
    copy = json.loads(json.dumps(document))
    container: Any = copy
    for step in path[:-1]:
        container = container[step]
    if value is not ...:
        container[path[-1]] = value
    elif isinstance(container, dict):
        container.pop(path[-1], None)
    else:
        del container[path[-1]]
    return copy


def _values(schema: Schema, known: dict[str, Schema]) -> st.SearchStrategy[Any]:  # noqa: C901, PLR0911  # a case each
    match schema:
        case {"$ref": reference}:
            return _values(known[reference.rpartition("/")[2]], known)
        case {"const": value}:
            return st.just(value)
        case {"enum": values}:
            return st.sampled_from(values)
        case {"anyOf": kinds} | {"oneOf": kinds}:
            return st.one_of([_values(kind, known) for kind in kinds])
        case {"type": "object", "properties": fields}:
            required = set(schema.get("required", ()))
            values = {name: _field(name, field, known) for name, field in fields.items()}
            return st.fixed_dictionaries(
                {name: value for name, value in values.items() if name in required},
                optional={name: value for name, value in values.items() if name not in required},
            )
        case {"type": "array", "items": items}:
            unique = bool(schema.get("uniqueItems"))
            least = schema.get("minItems", 0)
            return st.lists(_values(items, known), min_size=least, max_size=ITEMS, unique=unique)
        case {"type": "string"}:
            return _text(schema)
        case {"type": "integer"}:
            return st.integers(schema["minimum"], schema["maximum"])
        case {"type": "boolean"}:
            return st.booleans()
        case {"type": "null"}:
            return st.none()
    if not schema.keys() & {"type", "not", "allOf"}:
        return ANYTHING
    raise AssertionError(f"a schema of a new kind: {schema}")


def _field(name: str, schema: Schema, known: dict[str, Schema]) -> st.SearchStrategy[Any]:
    """Time zones have names that no schema lists."""
    zones = st.sampled_from(["Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC", "Europe/Atlantis"])
    return zones if name == "timezone" else _values(schema, known)


def _text(schema: Schema) -> st.SearchStrategy[str]:
    formats: dict[str, st.SearchStrategy[str]] = {
        "date": st.dates(FIRST.date(), LAST.date()).map(date.isoformat),
        "date-time": st.datetimes(FIRST, LAST, timezones=st.just(UTC)).map(datetime.isoformat),
        "date-time-local": st.datetimes(FIRST, LAST).map(datetime.isoformat),
        "uuid": st.from_regex(OWN_ID, fullmatch=True) if "pattern" in schema else st.uuids().map(str),
        "uuid7": st.from_regex(OWN_ID, fullmatch=True),
    }
    if "format" in schema:
        return formats[schema["format"]]
    least, most = schema.get("minLength", 0), min(schema.get("maxLength", SHORT), SHORT)
    if "pattern" in schema:
        pattern: str = schema["pattern"]
        return st.from_regex(pattern, fullmatch=True).filter(lambda text: least <= len(text) <= most)
    return st.text(min_size=least, max_size=most)
