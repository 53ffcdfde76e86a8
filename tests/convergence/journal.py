"""What a device was told to do, and what the API has answered: the device's side of the story."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from convergence.plans import Operation

EXPECTED = {HTTPStatus.OK, HTTPStatus.CONFLICT, HTTPStatus.SERVICE_UNAVAILABLE}
"""Done; the first attempt is still running; the database is away for the moment."""


@dataclass(frozen=True)
class Outcome:
    """What became of one operation."""

    operation: Operation
    status: int
    change_id: int | None

    @property
    def is_refused(self) -> bool:
        return self.status >= HTTPStatus.BAD_REQUEST

    @property
    def thing_id(self) -> str:
        return thing_id(self.operation)

    @property
    def mark(self) -> str | None:
        """The value that no other operation writes."""
        body: dict[str, str] = self.operation.get("body", {})
        return body.get("title") or body.get("name")


@dataclass
class Journal:
    """One device's."""

    enqueued: list[Operation] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    contradictions: int = 0
    """How often a request that was sent again was answered differently."""
    _answers: dict[str, list[Outcome]] = field(default_factory=dict)

    def answered(self, key: str, operations: Sequence[Operation], results: Sequence[Mapping[str, Any]]) -> None:
        """Note what a batch came to."""
        outcomes = [
            Outcome(operation, result["status"], result["change_id"])
            for operation, result in zip(operations, results, strict=True)
        ]
        self.contradictions += self._answers.setdefault(key, outcomes) != outcomes

    @property
    def outcomes(self) -> list[Outcome]:
        """What became of each operation, in the order in which they were sent."""
        return [
            outcome
            for answer in self._answers.values()
            for outcome in answer
            if outcome.status < HTTPStatus.INTERNAL_SERVER_ERROR
        ]


def thing_id(operation: Operation) -> str:
    """The id of what an operation is about."""
    found: str = operation["id"] if "id" in operation else operation["body"]["id"]
    return found
