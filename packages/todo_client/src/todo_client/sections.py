"""Sections."""

from typing import Unpack
from uuid import UUID

from todo_client.collection import Collection
from todo_client.listing import Listing
from todo_client.models import Place, SectionCreate, SectionPage, SectionRead, SectionUpdate
from todo_client.queries import ListSectionsQuery
from todo_client.writing import WriteOptions


class Sections(Collection[SectionRead, SectionCreate, SectionUpdate, Place]):
    path = "/v1/sections"
    kind = SectionRead

    def list(self, **query: Unpack[ListSectionsQuery]) -> Listing[SectionRead]:
        """Sections of one project or of all, in their order."""
        return Listing(self._connection, self.path, SectionPage.model_validate_json, query)

    async def delete(self, section_id: UUID, /, **options: Unpack[WriteOptions]) -> int | None:
        """Delete it for good; its tasks stay in the project."""
        return await self._remove(section_id, **options)
