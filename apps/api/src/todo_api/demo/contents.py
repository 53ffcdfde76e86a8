"""What an account has already, as far as the demo cares."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from todo_domain.types import label_key


@dataclass(frozen=True)
class Contents:
    """The ids of everything, the trash included; those of tasks; and the keys of the labels' names."""

    ids: frozenset[UUID]
    tasks: frozenset[UUID]
    labels: frozenset[str]

    @classmethod
    def of_export(cls, lines: Iterable[str]) -> Self:
        rows = [(row["kind"], row["data"]) for row in map(json.loads, lines) if row["kind"] != "account"]
        return cls(
            ids=frozenset(UUID(data["id"]) for _, data in rows),
            tasks=frozenset(UUID(data["id"]) for kind, data in rows if kind == "task"),
            labels=frozenset(label_key(data["name"]) for kind, data in rows if kind == "label"),
        )
