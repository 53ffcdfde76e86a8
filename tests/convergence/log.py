"""The log of changes as the database has it: the server's side of the story."""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Self

import asyncpg

from todo_api.database_url import DatabaseTarget

_READ = """
SELECT version, entity, entity_id::text, op, client, after FROM change WHERE user_id = $1 ORDER BY version, entity_id
"""


@dataclass
class Log:
    versions: defaultdict[str | None, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Of each client."""
    created: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """At which versions each id was created."""
    marked: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """At which versions each title and name was given to something that was there."""
    states: defaultdict[tuple[str, str], list[tuple[int, bool]]] = field(default_factory=lambda: defaultdict(list))
    """From which versions on each column of each id has had a value, and from which on none."""
    rows: int = 0

    @classmethod
    async def of(cls, user_id: str, database: DatabaseTarget) -> Self:
        connection = await asyncpg.connect(**database.connect_arguments())
        try:
            log = cls()
            for row in await connection.fetch(_READ, user_id):
                log._take(row)
            return log
        finally:
            await connection.close()

    def _take(self, row: asyncpg.Record) -> None:
        version, thing = row["version"], row["entity_id"]
        after: dict[str, Any] = json.loads(row["after"] or "{}")
        self.rows += 1
        if row["op"] == "created" and row["after"] is None:
            return  # made with the account, by whoever came first
        self.versions[row["client"]].add(version)
        if row["op"] == "created":
            self.created[thing].append(version)
        for name in ("title", "name"):
            if name in after:
                self.marked[after[name]].append(version)
        for name in ("completed_at", "deleted_at"):
            if name in after:
                self.states[thing, name].append((version, after[name] is not None))

    def ever_had(self, thing: str, column: str, *, value: bool, between: tuple[int, int]) -> bool:
        """Whether a column had a value, or none, at some time after the first and before the second version."""
        begin, end = between
        had = False
        for version, has in self.states[thing, column]:
            if version >= end:
                break
            if version > begin and had is value:
                return True
            had = has
        return had is value
