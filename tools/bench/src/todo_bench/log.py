"""`bench log`: what the feed costs a create, as a ratio."""

from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from statistics import median
from time import perf_counter
from typing import Any, Self

import asyncpg

from todo_api.database_url import parse_database_url
from todo_api.sql.account import PROVISION_ACCOUNT
from todo_bench.progress import Steps
from todo_bench.refusal import Invalid
from todo_bench.report import Figure, Report, percentile
from todo_bench.variants import Variant, unlogged, unstamped, whole
from todo_domain import new_id
from todo_domain.caps import CAPS
from todo_domain.types import Priority

STATEMENT_SECONDS = 10.0
_FIELDS: Mapping[str, Any] = {
    **dict.fromkeys(("expected", "client", "request_hash", "start_date", "deadline_date", "duration_minutes")),
    **dict.fromkeys(("due_kind", "due_at", "due_timezone")),
    "title": "Water the tomatoes",
    "notes": "Twice a week",
    "priority": Priority.HIGH,
    **CAPS._asdict(),
}
_COMMITS = {"to disk": "on", "no wait for the disk": "off"}
"""What `synchronous_commit` is then: the first is production's, the second hides nothing behind a disk."""


@dataclass(frozen=True, slots=True)
class Slices:
    """How the creates are shared out."""

    creates: int
    """In a slice, one after the other."""
    repeats: int
    """Slices of each kind, which take turns."""


class Creator:
    """Creates tasks for a user of its own, by one variant of the statement."""

    def __init__(self, user_id: str, variant: Variant, prepared: Any) -> None:
        self._user_id = user_id
        self._variant = variant
        self._prepared = prepared

    @classmethod
    async def prepare(cls, connection: Any, user_id: str, variant: Variant) -> Self:
        """Make the account, and have PostgreSQL know the statement."""
        account = {"user_id": user_id, "inbox_id": new_id(), "now": datetime.now(UTC), "client": None}
        await connection.fetchrow(PROVISION_ACCOUNT.sql, *PROVISION_ACCOUNT.arguments(account))
        return cls(user_id, variant, await connection.prepare(variant.sql))

    async def create(self, count: int) -> float:
        """The seconds that so many creates took.

        Raises:
            Invalid: one of them created nothing.
        """
        always = {**_FIELDS, "user_id": self._user_id, "now": datetime.now(UTC)}
        many = [self._variant.arguments({**always, "id": new_id()}) for _ in range(count)]
        began = perf_counter()
        rows = [await self._prepared.fetchrow(*arguments, timeout=STATEMENT_SECONDS) for arguments in many]
        seconds = perf_counter() - began
        if any(row["document"] is None or row["version"] is None for row in rows):
            raise Invalid("A statement created nothing; the run is invalid.")
        return seconds


async def measure(database_url: str, slices: Slices, steps: Steps) -> Report:
    """Run the statement and its variants in turns, as prepared statements on one connection.

    Raises:
        Invalid: a create created nothing.
    """
    figures: list[Figure] = []
    async with AsyncExitStack() as opened:
        connection = await asyncpg.connect(**parse_database_url(database_url).connect_arguments())
        opened.push_async_callback(connection.close)
        for name, setting in _COMMITS.items():
            await connection.execute("SELECT set_config('synchronous_commit', $1, false)", setting)
            creators = [
                await Creator.prepare(connection, f"{setting}-{variant.__name__}", variant())
                for variant in (whole, unlogged, unstamped)
            ]
            for creator in creators:
                await creator.create(slices.creates)  # in which PostgreSQL settles on its plan
            done = steps.begin(f"Creating, {name}", slices.repeats)
            rounds = []
            for number in range(slices.repeats):
                rounds.append(await _round(creators, number, slices.creates))
                done()
            figures += _figures(name, rounds, slices.creates)
    return Report.of("log", asdict(slices), figures)


async def _round(creators: list[Creator], number: int, creates: int) -> list[float]:
    """A slice of each, in another order each time: nobody is always the one after the checkpoint."""
    seconds = [0.0] * len(creators)
    for step in range(len(creators)):
        turn = (number + step) % len(creators)
        seconds[turn] = await creators[turn].create(creates)
    return seconds


def _figures(name: str, rounds: list[list[float]], creates: int) -> list[Figure]:
    """The ratios are of slices of the same round, so that a slow moment of the machine is in both or in neither."""
    without_log = [whole / unlogged for whole, unlogged, _ in rounds]
    without_both = [whole / unstamped for whole, _, unstamped in rounds]
    return [
        Figure(name=f"{name}: create", value=1e6 * median(whole for whole, *_ in rounds) / creates, unit="µs"),
        *_spread(f"{name}: with / without log", without_log),
        *_spread(f"{name}: with / without stamp, log", without_both),
    ]


def _spread(name: str, ratios: list[float]) -> list[Figure]:
    """The median, and the quartiles, which tell how much of it is noise."""
    return [
        Figure(name=name, value=median(ratios), unit="ratio"),
        Figure(name=f"{name}, quartile 1", value=percentile(ratios, 25), unit="ratio"),
        Figure(name=f"{name}, quartile 3", value=percentile(ratios, 75), unit="ratio"),
    ]
