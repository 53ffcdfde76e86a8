"""What people do on their devices: random writes of every kind, each with a mark that no other has."""

from collections import defaultdict
from collections.abc import Mapping
from random import Random
from typing import Any

from todo_client import new_id

type Operation = dict[str, Any]
"""One operation of a batch, as JSON has it."""

_WEIGHTS: Mapping[str, int] = {
    "create_task": 50,
    "update_task": 40,
    "move_task": 20,
    "complete_task": 20,
    "reopen_task": 10,
    "trash_task": 10,
    "restore_task": 10,
    "create_project": 4,
    "update_project": 4,
    "move_project": 2,
    "trash_project": 1,
    "restore_project": 3,
    "create_section": 4,
    "update_section": 4,
    "move_section": 2,
    "delete_section": 1,
    "create_label": 4,
    "update_label": 6,
    "move_label": 2,
    "delete_label": 1,
}
_PRIORITIES = ("none", "low", "medium", "high", "urgent")


class Home:
    """The ids of all that was created on any device, be it known to the API already or not."""

    def __init__(self) -> None:
        self.ids: defaultdict[str, list[str]] = defaultdict(list)
        self.labels: list[str] = []


class Plan:
    """What happens on one device; the same for the same seed, but for the ids."""

    def __init__(self, device: str, seed: int, home: Home) -> None:
        self._device = device
        self._random = Random(f"{seed} {device}")  # noqa: S311  it has to come again
        self._home = home
        self._count = 0

    def next(self) -> Operation:
        (op,) = self._random.choices(list(_WEIGHTS), list(_WEIGHTS.values()))
        verb, _, kind = op.partition("_")
        if verb == "create" or not self._home.ids[kind]:
            return self._created(kind if kind != "section" or self._home.ids["project"] else "project")
        operation: Operation = {"op": op, "id": self._some(kind)}
        if verb == "update":
            return operation | {"body": self._named(kind) | (self._details() if kind == "task" else {})}
        if verb == "move":
            return operation | {"body": self._beside(kind) if self._chance(0.4) else self._place(kind)}
        return operation

    def _created(self, kind: str) -> Operation:
        body = {"id": str(new_id()), **self._named(kind)}
        if kind == "section":
            body["project_id"] = self._some("project")
        if kind == "task":
            body |= self._details() | self._place(kind)
        self._home.ids[kind].append(body["id"])
        return {"op": f"create_{kind}", "body": body}

    def _named(self, kind: str) -> dict[str, Any]:
        self._count += 1
        mark = f"{self._device} {self._count}"
        if kind == "label":
            self._home.labels.append(mark)
        return {"title" if kind == "task" else "name": mark}

    def _details(self) -> dict[str, Any]:
        details: dict[str, Any] = {}
        if self._chance(0.3):
            details["priority"] = self._random.choice(_PRIORITIES)
        if self._chance(0.2):
            details["due"] = {"kind": "date", "date": f"2027-03-{self._random.randint(1, 31):02}"}
        if self._home.labels and self._chance(0.2):
            recent = self._home.labels[-20:]
            details["labels"] = self._random.sample(recent, min(2, len(recent)))
        return details

    def _place(self, kind: str) -> dict[str, str]:
        """Where a task is to be: mostly where it would be anyway."""
        where = self._random.choice(["project", "section", "parent", None, None]) if kind == "task" else None
        ids = self._home.ids["task" if where == "parent" else where] if where else None
        return {f"{where}_id": self._random.choice(ids)} if ids else {}

    def _beside(self, kind: str) -> dict[str, str]:
        return {self._random.choice(["before", "after"]): self._some(kind)}

    def _some(self, kind: str) -> str:
        """Something new, half of the time: that is what others are busy with."""
        ids = self._home.ids[kind]
        return self._random.choice(ids[-10:] if self._chance(0.5) else ids)

    def _chance(self, share: float) -> bool:
        return self._random.random() < share
