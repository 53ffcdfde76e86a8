"""The database as it is before every slice: users with tasks, made as the API makes them, only all at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import batched
from random import Random
from typing import Any

from sqlalchemy import literal_column, select, text

from todo_api.sql.account import DEFAULT_TIMEZONE
from todo_bench.progress import Steps
from todo_bench.requests.content import content
from todo_bench.requests.population import BEGAN, FIRST_VERSION, LABELS, Part, Population
from todo_domain.ordering import appended
from todo_domain.types import label_key

_TOGETHER = 20
"""Users whose rows are written at once."""
_COMPLETED = 0.15
"""Of the tasks that are not there to be completed."""
_POSITIONS = select(appended(literal_column("version"))).select_from(
    text("generate_series($1::bigint, $2::bigint) AS version")
)
_STAMPED = ("user_id", "id", "version", "created_at", "updated_at")
_COLUMNS = {
    "account": (
        *("user_id", "version", "timezone", "inbox_id", "created_at", "updated_at"),
        *("task_count", "counted_version"),
    ),
    "project": (*_STAMPED, "name", "archived", "is_inbox", "position"),
    "label": (*_STAMPED, "name", "key", "position"),
    "task": (
        *(*_STAMPED, "project_id", "depth", "position", "completed_at"),
        *("title", "notes", "priority", "labels", "due_kind", "due_at", "due_timezone"),
        *("start_date", "deadline_date", "duration_minutes"),
    ),
    "change": ("user_id", "version", "entity", "entity_id", "op", "at", "before", "after"),
}
"""In the order in which rows refer to each other."""


async def seed(connection: Any, population: Population, steps: Steps) -> None:
    """Fill an empty database; the same population is always the same rows."""
    last = FIRST_VERSION + len(LABELS) + population.tasks
    positions = [row[0] for row in await connection.fetch(str(_POSITIONS), FIRST_VERSION, last)]
    done = steps.begin("Seeding users", population.users)
    for users in batched(range(population.users), _TOGETHER, strict=False):
        rows = Rows(population, positions)
        for user in users:
            rows.add(user)
            done()
        async with connection.transaction():
            for table, columns in _COLUMNS.items():
                await connection.copy_records_to_table(table, records=rows.of[table], columns=columns)


@dataclass
class Rows:
    """Rows of some users, by table."""

    population: Population
    positions: Sequence[str]
    """Where a row goes that a user's first, second, … write appends."""
    of: dict[str, list[tuple[Any, ...]]] = field(default_factory=lambda: {table: [] for table in _COLUMNS})

    def add(self, user: int) -> None:
        """An account, as its first write makes it; then labels; then tasks; then some of these completed."""
        population = self.population
        user_id = population.user_id(user)
        random = Random(f"{population.seed} {user}")  # noqa: S311  the same rows each time, and no secret in them
        inbox_id = population.thing_id(user, 0)
        stamp = (FIRST_VERSION, BEGAN, BEGAN)
        self.of["project"].append((user_id, inbox_id, *stamp, "Inbox", False, True, self.positions[0]))
        self.of["change"].append((user_id, FIRST_VERSION, "project", inbox_id, "created", BEGAN, None, None))
        for number, name in enumerate(LABELS, 1):
            label_id, version = population.thing_id(user, number), FIRST_VERSION + number
            label = (user_id, label_id, version, BEGAN, BEGAN, name, label_key(name), self.positions[number])
            self.of["label"].append(label)
            self.of["change"].append((user_id, version, "label", label_id, "created", BEGAN, None, "{}"))
        version = FIRST_VERSION + len(LABELS) + population.tasks
        for task in range(population.tasks):
            completed = random.random() < _COMPLETED and task not in population.numbers(Part.COMPLETE)
            version += completed
            self._add_task(user, task, random, inbox_id, version if completed else None)
        account = (user_id, version, DEFAULT_TIMEZONE, inbox_id, BEGAN, BEGAN, population.tasks, version)
        self.of["account"].append(account)

    def _add_task(self, user: int, task: int, random: Random, inbox_id: Any, completed: int | None) -> None:
        """`completed` is the version in which it was."""
        user_id, task_id = self.population.user_id(user), self.population.task_id(user, task)
        number = 1 + len(LABELS) + task
        created = FIRST_VERSION + number
        created_at = self.population.created_at(task)
        completed_at = None if completed is None else self.population.created_at(self.population.tasks)
        stamp = (created if completed is None else completed, created_at, completed_at or created_at)
        place = (inbox_id, 1, self.positions[number])
        self.of["task"].append((user_id, task_id, *stamp, *place, completed_at, *content(random)))
        self.of["change"].append((user_id, created, "task", task_id, "created", created_at, None, "{}"))
        if completed_at is not None:
            after = f'{{"completed_at": "{completed_at.isoformat()}"}}'
            log = (user_id, completed, "task", task_id, "completed", completed_at, '{"completed_at": null}', after)
            self.of["change"].append(log)
