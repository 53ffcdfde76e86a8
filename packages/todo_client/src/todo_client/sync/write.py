"""Writes on their way to the API, as they are stored."""

from collections.abc import Sequence
from typing import Self
from uuid import UUID

from pydantic import MISSING

from todo_client.batch import Operation
from todo_client.document import Document
from todo_client.formats import Id
from todo_client.ids import new_id
from todo_client.models import Batch, CreateLabel, CreateProject, CreateSection, CreateTask, Problem

MOST_WRITES = 100
MOST_BYTES = 128 * 1024
"""The API takes twice as much in a request."""


class Write(Document):
    """One operation that is to be done."""

    id: Id
    operation: Operation

    @classmethod
    def of(cls, operation: Operation) -> Self:
        """What is created gets its id here, so that later operations can name it."""
        match operation:
            case CreateTask() | CreateProject() | CreateSection() | CreateLabel():
                if operation.body.id is MISSING:
                    body = operation.body.model_copy(update={"id": new_id()})
                    operation = operation.model_copy(update={"body": body})
        return cls(id=new_id(), operation=operation)

    @property
    def thing_id(self) -> UUID:
        """The id of the thing that is written, be it there or to be created."""
        match self.operation:
            case CreateTask() | CreateProject() | CreateSection() | CreateLabel():
                thing_id = self.operation.body.id
                if thing_id is MISSING:
                    raise ValueError("Write.of gives what is created an id.")
                return thing_id
            case _:
                return self.operation.id


class Bundle(Document):
    """One request: with the key and to the letter as it was sent first, so that sent again it is still the same."""

    key: str
    write_ids: tuple[Id, ...]
    body: str

    @classmethod
    def of(cls, writes: Sequence[Write]) -> Self:
        """As many of the first writes as fit into a request, at least one."""
        taken: list[Write] = []
        size = 0
        for write in writes:
            size += len(write.model_dump_json().encode())
            if taken and size > MOST_BYTES:
                break
            taken.append(write)
        request = Batch(mode="each", operations=[write.operation for write in taken])
        return cls(key=str(new_id()), write_ids=tuple(write.id for write in taken), body=request.model_dump_json())


class Conflict(Document):
    """A write that the API has refused, and why; it is not sent again."""

    id: Id
    operation: Operation
    problem: Problem

    @classmethod
    def of(cls, write: Write, problem: Problem) -> Self:
        return cls(id=write.id, operation=write.operation, problem=problem)
