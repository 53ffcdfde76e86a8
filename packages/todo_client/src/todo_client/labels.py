"""Labels."""

from typing import Unpack
from uuid import UUID

from todo_client.collection import Collection
from todo_client.listing import Listing
from todo_client.models import LabelCreate, LabelPage, LabelRead, LabelUpdate, Place
from todo_client.queries import ListLabelsQuery
from todo_client.writing import WriteOptions


class Labels(Collection[LabelRead, LabelCreate, LabelUpdate, Place]):
    path = "/v1/labels"
    kind = LabelRead

    def list(self, **query: Unpack[ListLabelsQuery]) -> Listing[LabelRead]:
        """Labels in their order."""
        return Listing(self._connection, self.path, LabelPage.model_validate_json, query)

    async def delete(self, label_id: UUID, /, **options: Unpack[WriteOptions]) -> int | None:
        """Delete it for good and take it off every task."""
        return await self._remove(label_id, **options)
