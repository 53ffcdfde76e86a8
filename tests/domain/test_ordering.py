"""Keys of order: there is always one in between, and it stays short."""

import random
from contextlib import suppress

import pytest
from sqlalchemy import BigInteger, bindparam
from sqlalchemy.dialects import postgresql

from todo_domain.errors import NoRoom
from todo_domain.ordering import appended, between

FIRST = "l000000000001"
"""What the first write of an account would append."""


@pytest.mark.parametrize("seed", range(5))
def test_rows_stay_where_they_were_put(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311  a seed makes a failure repeatable
    keys = [FIRST]
    for _ in range(1_000):
        place = dice.choice([0, len(keys), dice.randint(0, len(keys))])
        keys.insert(
            place,
            between(keys[place - 1] if place else None, keys[place] if place < len(keys) else None),
        )

    assert keys == sorted(set(keys))
    assert max(map(len, keys)) < 50


@pytest.mark.parametrize("towards", ["the left neighbour", "the right neighbour", "both in turn"])
def test_many_rows_fit_into_the_same_gap(towards: str) -> None:
    left, right = "l01a1fc5196d2", "l01a1fc5196d3"
    for number in range(300):
        key = between(left, right)
        assert left < key < right
        if towards == "the left neighbour" or (towards == "both in turn" and number % 2):
            right = key
        else:
            left = key

    assert len(key) < 400


def test_a_gap_ends_before_its_key_becomes_too_long_for_the_table() -> None:
    left, right = "l01a1fc5196d2", "l01a1fc5196d3"
    lengths = []
    with suppress(NoRoom):
        for _ in range(10_000):
            right = between(left, right)
            lengths.append(len(right))

    assert len(lengths) > 1_000
    assert max(lengths) == 500


@pytest.mark.parametrize(("before", "after"), [(FIRST, FIRST), ("l000000000002", FIRST), ("l0000000000018", FIRST)])
def test_between_neighbours_that_do_not_follow_each_other_is_no_room(before: str, after: str) -> None:
    with pytest.raises(NoRoom):
        between(before, after)


def test_an_end_is_open() -> None:
    assert between(None, FIRST) < FIRST < between(FIRST, None)
    assert between(None, None) > ""


def test_before_the_very_first_there_is_room_for_long() -> None:
    key = FIRST
    for _ in range(2_000):
        earlier = between(None, key)
        assert earlier < key
        key = earlier

    assert len(key) < 50


def test_an_appended_key_is_an_expression_over_the_version_alone() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves its dialects untyped
    version = bindparam("version", type_=BigInteger)

    assert str(appended(version).compile(dialect=dialect)) == (
        "CAST('l' AS TEXT) || lpad(to_hex(%(version)s::BIGINT), 12, '0')"
    )
