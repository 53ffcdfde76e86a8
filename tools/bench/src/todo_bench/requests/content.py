"""What the seeded tasks say: as much and as little as people write."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import NamedTuple

from todo_bench.requests.population import BEGAN, LABELS
from todo_domain import Priority
from todo_domain.due import DueColumns

_VERBS = ("Water", "Repair", "Order", "Think about", "Collect", "Clean", "Return", "Photograph", "Sell", "Ask for")
_THINGS = (
    *("the tomatoes", "the bicycle", "the spare keys", "the tax papers", "the blue suitcase", "the kitchen shelf"),
    *("the birthday present", "the train tickets", "the contract of the flat", "the neighbours' ladder"),
)
_ENDS = ("", "", "", " before Friday", " with Bob", " for the weekend", " (again)", " and say thank you")
_SENTENCES = (
    "The number is on the back of the invoice.",
    "Twice a week, early in the morning, and not in the midday sun.",
    "- [ ] measure it first\n- [ ] compare three offers",
    "Ask Ada, who did the same last year and still has the addresses.",
    "See https://example.org/how-to for what is needed.",
)
_PLACES = ("Europe/Berlin", "America/New_York", "Asia/Tokyo")
_RANKS = [priority.rank for priority in Priority]
_A_THIRD, _RARELY = 1 / 3, 1 / 10


class Content(NamedTuple):
    """The columns of a task that are its writer's."""

    title: str
    notes: str
    priority: int
    labels: list[str]
    due_kind: str | None
    due_at: datetime | None
    due_timezone: str | None
    start_date: date | None
    deadline_date: date | None
    duration_minutes: int | None


def content(random: Random) -> Content:
    """A title of 10 to 60 characters; notes on a third; labels, dates and priorities on some."""
    due = _due(random)
    begins = _day(random) if random.random() < _RARELY else None
    return Content(
        title=f"{random.choice(_VERBS)} {random.choice(_THINGS)}{random.choice(_ENDS)}",
        notes=" ".join(random.sample(_SENTENCES, random.randint(1, 3))) if random.random() < _A_THIRD else "",
        priority=random.choices(_RANKS, (50, 15, 15, 15, 5))[0],
        labels=random.sample(LABELS, random.randint(1, 3)) if random.random() < _A_THIRD else [],
        due_kind=due.due_kind,
        due_at=due.due_at,
        due_timezone=due.due_timezone,
        start_date=begins,
        deadline_date=None if begins is None else begins + timedelta(days=random.randrange(1, 30)),
        duration_minutes=15 * random.randint(1, 16) if random.random() < _RARELY else None,
    )


def _due(random: Random) -> DueColumns:
    """Nearly half of the tasks have one: a day, a time on any clock, or a time in a place."""
    kind = random.choices((None, "date", "floating", "zoned"), (55, 25, 10, 10))[0]
    if kind is None:
        return DueColumns(None, None, None)
    at = datetime.combine(_day(random), time())
    if kind != "date":
        at += timedelta(minutes=15 * random.randrange(96))
    return DueColumns(kind, at, random.choice(_PLACES) if kind == "zoned" else None)


def _day(random: Random) -> date:
    return BEGAN.date() + timedelta(days=random.randrange(365))
