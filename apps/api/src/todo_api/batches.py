"""What a batch answers: a result for each operation, told as its own request would have been."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from pydantic import Field

from todo_api.problems import NOT_DONE, Problem, fault_of
from todo_api.services.convoy import Outcome
from todo_domain.errors import DomainError, StaleVersion
from todo_domain.schemas import Output, examples
from todo_domain.schemas.batch import OPERATIONS_PER_BATCH, Batch, Operation
from todo_domain.schemas.examples import example
from todo_domain.types import Version

_NOTHING_TO_SHOW = ("trash_", "purge_", "delete_")


class BatchResult(Output):
    """What came of one operation."""

    status: Annotated[int, Field(ge=200, le=599, description="As its own request would have had.", examples=[201])]
    id: Annotated[UUID | None, Field(description="Of what was written.")]
    version: Annotated[Version | None, Field(description="The current one; null where there is none any more.")]
    change_id: Annotated[Version | None, Field(description="The change that was made, if any; it can be undone.")]
    problem: Annotated[Problem | None, Field(description="What was wrong, if it was not done.")]

    @classmethod
    def of(cls, operation: Operation, outcome: Outcome) -> "BatchResult":
        if isinstance(outcome, DomainError):
            return cls.refused(operation, outcome)
        created = outcome.entity_id is not None
        gone = operation.op.startswith(_NOTHING_TO_SHOW)
        status = HTTPStatus.CREATED if outcome.is_new else HTTPStatus.NO_CONTENT if gone else HTTPStatus.OK
        in_trash = operation.op.startswith("trash_")
        return cls(
            status=status,
            id=outcome.entity_id if created else _id_of(operation),
            version=outcome.version if in_trash or not gone else None,
            change_id=outcome.change_id,
            problem=None,
        )

    @classmethod
    def refused(cls, operation: Operation, error: DomainError) -> "BatchResult":
        problem = Problem.of(fault_of(type(error)))
        current = error.current if isinstance(error, StaleVersion) else None
        return cls(status=problem.status, id=_id_of(operation), version=current, change_id=None, problem=problem)

    @classmethod
    def not_done(cls, operation: Operation) -> "BatchResult":
        problem = Problem.of(NOT_DONE)
        return cls(status=problem.status, id=_id_of(operation), version=None, change_id=None, problem=problem)


class BatchRead(Output):
    """The results, in the order of the operations."""

    model_config = example(
        {
            "committed": True,
            "results": [
                {
                    "status": HTTPStatus.CREATED,
                    "id": examples.TASK["id"],
                    "version": examples.TASK["version"],
                    "change_id": examples.TASK["version"],
                    "problem": None,
                }
            ],
        }
    )

    committed: Annotated[bool, Field(description="False if one could not be done, so that none was.")]
    results: Annotated[list[BatchResult], Field(max_length=OPERATIONS_PER_BATCH)]


def render(batch: Batch, outcomes: Sequence[Outcome], *, committed: bool) -> bytes:
    """The answer as JSON; where nothing was committed, what could have been done was not."""
    results = [
        BatchResult.of(operation, outcome)
        if committed or isinstance(outcome, DomainError)
        else BatchResult.not_done(operation)
        for operation, outcome in zip(batch.operations, outcomes, strict=True)
    ]
    return BatchRead(committed=committed, results=results).model_dump_json().encode()


def _id_of(operation: Operation) -> UUID | None:
    return getattr(operation, "id", None)
