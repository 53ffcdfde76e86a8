"""Several writes at once."""

from typing import Annotated

from fastapi import APIRouter, Response

from todo_api import responses
from todo_api.batches import BatchRead, render
from todo_api.bodies import JsonDocument
from todo_api.deps import Batches
from todo_api.requests import UserRoute
from todo_domain.schemas import Batch

router = APIRouter(prefix="/v1/batch", tags=["batch"], route_class=UserRoute)


@router.post("", response_model=BatchRead)
async def run_batch(batch: Annotated[Batch, JsonDocument()], batches: Batches) -> Response:
    """Do several writes.

    In one transaction and in their order: all of them or none, or each that can be done. The answer is 200 in any
    case, and has a result for each operation. Every operation is a change of its own, which can be undone.
    """
    return responses.done(await batches.run(batch, render))
