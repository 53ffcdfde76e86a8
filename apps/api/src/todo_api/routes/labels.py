"""Labels."""

from typing import Annotated

from fastapi import APIRouter, Response

from todo_api import responses
from todo_api.bodies import JsonDocument
from todo_api.deps import IfMatch, IfNoneMatch, Labels, ListLabels
from todo_api.problems import raises
from todo_api.requests import UserRoute
from todo_domain import LabelCreate, LabelRead, LabelUpdate
from todo_domain.errors import IdTaken, LabelExists, LabelNotFound, NoRoom, SiblingNotFound, TooManyLabels
from todo_domain.schemas import LabelPage, Place
from todo_domain.types import Reference

router = APIRouter(prefix="/v1/labels", tags=["labels"], route_class=UserRoute)


@router.get("", response_model=LabelPage)
async def list_labels(query: ListLabels, labels: Labels, known: IfNoneMatch) -> Response:
    """List labels.

    In their order.
    """
    return responses.page(await labels.list(query, known))


@router.post("", status_code=201, response_model=LabelRead, responses=raises(IdTaken, LabelExists, TooManyLabels))
async def create_label(label: Annotated[LabelCreate, JsonDocument()], labels: Labels, expected: IfMatch) -> Response:
    """Create a label.

    It goes to the end of the order. With an id of your own the request can be repeated: a
    second time it answers the label that is there. If-Match names a version of the account.
    """
    return responses.created(await labels.create(label, expected), router.prefix)


@router.get("/{label_id}", response_model=LabelRead, responses=raises(LabelNotFound))
async def get_label(label_id: Reference, labels: Labels, known: IfNoneMatch) -> Response:
    """Get a label."""
    return responses.read(await labels.get(label_id), known)


@router.patch("/{label_id}", response_model=LabelRead, responses=raises(LabelNotFound, LabelExists))
async def update_label(
    label_id: Reference, update: Annotated[LabelUpdate, JsonDocument()], labels: Labels, expected: IfMatch
) -> Response:
    """Change a label.

    What is left out stays as it is, null clears, and a request without any field changes nothing. A new
    name takes the place of the old one on every task, in the same change.
    """
    return responses.written(await labels.update(label_id, update, expected))


@router.delete("/{label_id}", status_code=204, responses=raises(LabelNotFound))
async def delete_label(label_id: Reference, labels: Labels, expected: IfMatch) -> Response:
    """Delete a label.

    It is taken off every task, in the same change.
    """
    return responses.gone(await labels.remove(label_id, expected))


@router.put("/{label_id}/position", response_model=LabelRead, responses=raises(LabelNotFound, SiblingNotFound, NoRoom))
async def move_label(
    label_id: Reference, place: Annotated[Place, JsonDocument()], labels: Labels, expected: IfMatch
) -> Response:
    """Move a label to another place in the order."""
    return responses.written(await labels.move(label_id, place, expected))
