"""Several writes of one user, in one transaction."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol

from pydantic import MISSING

from todo_api.services.convoy import Convoy, Outcome
from todo_api.services.labels import LabelService
from todo_api.services.outcome import Document, Expected
from todo_api.services.projects import ProjectService
from todo_api.services.scope import UserScope, meaning
from todo_api.services.sections import SectionService
from todo_api.services.tasks import TaskService
from todo_api.services.work import Work
from todo_api.sql.statement import Statement
from todo_domain.errors import DomainError
from todo_domain.schemas import Batch, Operation

_SERVICES = {"task": TaskService, "project": ProjectService, "section": SectionService, "label": LabelService}
_METHODS = {"delete": "remove"}
"""Where a service calls an operation by another name."""


class Render(Protocol):
    """Makes the body of the answer: a result for each operation, in their order."""

    def __call__(self, batch: Batch, outcomes: Sequence[Outcome], *, committed: bool) -> bytes: ...


class _NotDone(Exception):
    """One operation of an atomic batch was refused: nothing of it shall remain."""

    def __init__(self, outcomes: list[Outcome]) -> None:
        super().__init__()
        self.outcomes = outcomes


class _Joined(UserScope):
    """Runs a service's unit of work as part of a transaction that has begun."""

    def __init__(self, scope: UserScope, work: Work) -> None:
        super().__init__(scope.database, scope.user_id, scope.now)
        self._joined = work

    async def read(self, statement: Statement, **values: Any) -> Any:
        return await self._joined.row(statement, **values)

    async def write(
        self, unit: Callable[[Work], Awaitable[Document]], *, at_once: bool = True, keep: bool = True
    ) -> Document:
        del at_once, keep
        return await unit(self._joined)


class BatchService:
    """No operation can reach anybody else's things."""

    def __init__(self, scope: UserScope) -> None:
        self.scope = scope

    async def run(self, batch: Batch, render: Render) -> Document:
        """Do all of it, or each that can be done; `render` makes the answer of what came of each."""

        async def unit(work: Work) -> Document:
            convoy = Convoy(work, meaning)
            outcomes = await convoy.run([self._unit(operation) for operation in batch.operations])
            if batch.mode == "atomic" and any(isinstance(outcome, DomainError) for outcome in outcomes):
                raise _NotDone(outcomes)
            changes = [each.change_id for each in outcomes if isinstance(each, Document) and each.change_id is not None]
            return Document(render(batch, outcomes, committed=True), 0, max(changes, default=None))

        try:
            return await self.scope.write(unit, at_once=False)
        except _NotDone as refused:
            return Document(render(batch, refused.outcomes, committed=False), 0)

    def _unit(self, operation: Operation) -> Callable[[Work], Awaitable[Document]]:
        verb, _, kind = operation.op.partition("_")
        given = (getattr(operation, name) for name in ("id", "body") if hasattr(operation, name))
        arguments = [*given, _expected(operation)]

        async def unit(work: Work) -> Document:
            service = _SERVICES[kind](_Joined(self.scope, work))
            document: Document = await getattr(service, _METHODS.get(verb, verb))(*arguments)
            return document

        return unit


def _expected(operation: Operation) -> Expected:
    version = getattr(operation, "if_match", MISSING)
    return None if version is MISSING else [version]
