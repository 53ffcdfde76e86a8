"""Many operations in one request."""

from collections.abc import Sequence

from todo_client.call import Call
from todo_client.connection import Connection
from todo_client.ids import new_id
from todo_client.models import Batch as Request
from todo_client.models import BatchMode, BatchRead, Operations

type Operation = Operations
"""One write of a batch or of a sync's queue; `op` tells which."""


class Batch:
    path = "/v1/batch"

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def run(
        self,
        operations: Sequence[Operation],
        /,
        *,
        mode: BatchMode = "atomic",
        idempotency_key: str | None = None,
    ) -> BatchRead:
        """One result for each operation, in their order; `atomic` does all of them or none, `each` what can be done.

        It gets an idempotency key here if it has none, so that it can be sent again.
        """
        request = Request(mode=mode, operations=list(operations))
        return await self.send(request.model_dump_json(), idempotency_key or str(new_id()))

    async def send(self, request: str, idempotency_key: str) -> BatchRead:
        """The same for a request as it was written down before."""
        call = Call(method="POST", path=self.path, body=request, idempotency_key=idempotency_key)
        return await self._connection.fetch(BatchRead.model_validate_json, call)
