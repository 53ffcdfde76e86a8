"""One user's labels."""

from typing import Any
from uuid import UUID

from pydantic import MISSING

from todo_api.queries import LabelQuery
from todo_api.services import things
from todo_api.services.outcome import Document, Expected
from todo_api.services.pages import Known, PageDocument, PageRequest, fetch_page
from todo_api.services.scope import UserScope
from todo_api.sql.labels import CREATE_LABEL, PATCH_LABEL, READ_LABEL, REMOVE_LABEL
from todo_api.sql.lists import POSITION, list_labels
from todo_api.sql.moves import find_place, move
from todo_api.sql.tables import LABEL
from todo_api.sql.write import always
from todo_domain import LabelCreate, LabelRead, LabelUpdate
from todo_domain.errors import LabelNotFound
from todo_domain.schemas import Place
from todo_domain.types import label_key

LABELS = things.Kind(
    read=READ_LABEL,
    create=CREATE_LABEL,
    patch=PATCH_LABEL,
    remove=REMOVE_LABEL,
    missing=LabelNotFound,
    find_place=find_place(LABEL, always),
    move=move(LABEL, LabelRead),
)


class LabelService:
    """No method can reach anybody else's labels."""

    def __init__(self, scope: UserScope) -> None:
        self.scope = scope

    async def list(self, query: LabelQuery, known: Known) -> PageDocument:
        request = PageRequest("labels", query, POSITION, known)
        return await fetch_page(self.scope, request, list_labels(after=query.cursor is not None))

    async def get(self, label_id: UUID) -> Document:
        return await things.read(self.scope, LABELS, label_id)

    async def create(self, label: LabelCreate, expected: Expected) -> Document:
        values = {"name": label.name, "key": label_key(label.name), "color": label.color}
        return await things.create(self.scope, LABELS.create, label, expected, missing=LabelNotFound, **values)

    async def update(self, label_id: UUID, update: LabelUpdate, expected: Expected) -> Document:
        """Change a label; a new name takes the place of the old one on every task, in the same write."""
        key: dict[str, Any] = {"key": None if update.name is MISSING else label_key(update.name)}
        return await things.patch(self.scope, LABELS, label_id, update, expected, **key)

    async def move(self, label_id: UUID, place: Place, expected: Expected) -> Document:
        return await things.move(self.scope, LABELS, label_id, place, expected)

    async def remove(self, label_id: UUID, expected: Expected) -> Document:
        """Remove a label, also from every task."""
        return await things.change(self.scope, LABELS.remove, label_id, expected, missing=LabelNotFound)
