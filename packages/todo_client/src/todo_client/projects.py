"""Projects."""

from typing import Unpack
from uuid import UUID

from todo_client.collection import Collection
from todo_client.listing import Listing
from todo_client.models import Place, ProjectCreate, ProjectPage, ProjectRead, ProjectUpdate
from todo_client.queries import ListProjectsQuery
from todo_client.versioned import IfMatch, Versioned


class Projects(Collection[ProjectRead, ProjectCreate, ProjectUpdate, Place]):
    path = "/v1/projects"
    kind = ProjectRead

    def list(self, **query: Unpack[ListProjectsQuery]) -> Listing[ProjectRead]:
        """Projects in their order, the inbox among them."""
        return Listing(self._connection, self.path, ProjectPage.model_validate_json, query)

    async def trash(self, project_id: UUID, /, *, if_match: IfMatch = None) -> None:
        """Put it into the trash with its sections and tasks."""
        await self._remove(project_id, if_match)

    async def restore(self, project_id: UUID, /, *, if_match: IfMatch = None) -> Versioned[ProjectRead]:
        """Take it out of the trash with what went along."""
        return await self._write("PUT", f"{self._address(project_id)}/restoration", if_match)
