"""Batches, as the tests send them."""

from typing import Any

from client import Client
from todo_api.batches import BatchRead


async def run(client: Client, *operations: dict[str, Any], mode: str = "atomic", **options: Any) -> BatchRead:
    response = await client.post("/v1/batch", json={"mode": mode, "operations": list(operations)}, **options)
    assert response.status_code == 200, response.text
    return BatchRead.model_validate_json(response.content)


def statuses(batch: BatchRead) -> list[int | tuple[int, str]]:
    """What came of each operation: its status, with the problem's code if there is one."""
    return [
        result.status if result.problem is None else (result.status, result.problem.code) for result in batch.results
    ]
