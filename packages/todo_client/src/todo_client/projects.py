"""Projects."""

from typing import Unpack
from uuid import UUID

from todo_client.collection import Collection
from todo_client.listing import Listing
from todo_client.models import Place, ProjectCreate, ProjectPage, ProjectRead, ProjectUpdate
from todo_client.queries import ListProjectsQuery
from todo_client.versioned import Versioned
from todo_client.writing import WriteOptions


class Projects(Collection[ProjectRead, ProjectCreate, ProjectUpdate, Place]):
    path = "/v1/projects"
    kind = ProjectRead

    def list(self, **query: Unpack[ListProjectsQuery]) -> Listing[ProjectRead]:
        """Projects in their order, the inbox among them."""
        return Listing(self._connection, self.path, ProjectPage.model_validate_json, query)

    async def trash(self, project_id: UUID, /, **options: Unpack[WriteOptions]) -> int | None:
        """Put it into the trash with its sections and tasks."""
        return await self._remove(project_id, **options)

    async def restore(self, project_id: UUID, /, **options: Unpack[WriteOptions]) -> Versioned[ProjectRead]:
        """Take it out of the trash with what went along."""
        return await self._write("PUT", f"{self._address(project_id)}/restoration", **options)
