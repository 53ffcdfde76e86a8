"""The window slides, and what is remembered of it is bounded."""

import pytest

from todo_api.rate_limits import RateLimited
from todo_api.rate_limits.allowance import Allowance


class Clock:
    """Seconds, which pass when they are told to."""

    def __init__(self) -> None:
        self.seconds = 600.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def taken(allowance: Allowance, key: str = "ada", most: int = 1000) -> int:
    """How many requests are allowed at once."""
    for number in range(most):
        try:
            allowance.take(key)
        except RateLimited:
            return number
    return most


def refused(allowance: Allowance, key: str = "ada") -> RateLimited:
    with pytest.raises(RateLimited) as limited:
        allowance.take(key)
    return limited.value


def test_around_the_turn_of_a_minute_nobody_gets_twice_as_much(clock: Clock) -> None:
    allowance = Allowance("user", 60, now=clock)
    clock.seconds += 59

    assert taken(allowance) == 60
    clock.seconds += 2
    assert taken(allowance) == 1
    clock.seconds += 29
    assert taken(allowance) == 29


def test_after_two_quiet_minutes_all_is_forgotten(clock: Clock) -> None:
    allowance = Allowance("user", 60, now=clock)

    assert taken(allowance) == 60
    clock.seconds += 120
    assert taken(allowance) == 60


@pytest.mark.parametrize("quota", [1, 2, 7, 60, 1200])
@pytest.mark.parametrize("at", [0.0, 0.4, 17.3, 59.9])
def test_who_waits_as_long_as_was_said_is_let_in_and_not_much_sooner(clock: Clock, quota: int, at: float) -> None:
    allowance = Allowance("user", quota, now=clock)
    clock.seconds += at
    for _ in range(4):
        taken(allowance, most=quota + 1)
        wait = refused(allowance).retry_after_seconds
        clock.seconds += wait - 1.001
        refused(allowance)
        clock.seconds += 1.001
        allowance.take("ada")


def test_what_is_refused_is_not_counted(clock: Clock) -> None:
    allowance = Allowance("user", 10, now=clock)

    assert taken(allowance) == 10
    for _ in range(100):
        refused(allowance)
    clock.seconds += 66
    assert taken(allowance) == 1


def test_the_fields_are_those_of_the_draft(clock: Clock) -> None:
    allowance = Allowance("user", 1200, now=clock)
    clock.seconds += 18.5

    assert allowance.take("ada") == (
        (b"ratelimit-policy", b'"user";q=1200;w=60'),
        (b"ratelimit", b'"user";r=1199;t=42'),
    )


def test_a_flood_of_addresses_is_not_remembered_and_hides_nobody(clock: Clock) -> None:
    allowance = Allowance("address", 5, now=clock, most=100)
    assert taken(allowance, "somebody") == 5

    for number in range(10_000):
        allowance.take(str(number))

    assert len(allowance) == 100
    refused(allowance, "somebody")
