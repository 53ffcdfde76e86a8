"""Every operation of the OpenAPI document, as a request that can be sent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from client import Client
from todo_api.app import create_app
from todo_api.settings import Settings

_SETTINGS = {"DATABASE_URL": "postgresql://nobody@localhost/nowhere", "TODO_DEVELOPMENT_SECRET": "x" * 32}
DOCUMENT: dict[str, Any] = create_app(Settings.from_environment(_SETTINGS)).openapi()
MISSING_ID = "019a9d2e-6f00-7fff-8000-5b1c7d3e9f42"


@dataclass(frozen=True)
class Operation:
    """One method on one path."""

    method: str
    path: str
    spec: Mapping[str, Any]

    def __str__(self) -> str:
        return str(self.spec["operationId"])

    @property
    def is_public(self) -> bool:
        return not self.spec["security"]

    @property
    def names_a_row(self) -> bool:
        return "{" in self.path

    @property
    def parameters(self) -> dict[str, Any]:
        return {parameter["name"]: parameter for parameter in self.spec.get("parameters", ())}

    @property
    def body_schema(self) -> str | None:
        """The name of the body's schema."""
        if "requestBody" not in self.spec:
            return None
        return str(self.spec["requestBody"]["content"]["application/json"]["schema"]["$ref"]).rpartition("/")[2]


def operations() -> Iterator[Operation]:
    for path, item in DOCUMENT["paths"].items():
        for method, spec in item.items():
            yield Operation(method.upper(), path, spec)


class Belongings:
    """One row of each kind that a user has, and requests about them."""

    def __init__(self, owner: Client, ids: Mapping[str, str], unread: str | None = None, change_id: int = 1) -> None:
        """`unread` is a cursor of the feed behind which much is to be read; `change_id` can be undone."""
        self.owner = owner
        self.ids = ids
        self._unread = unread
        self.change_id = change_id

    @classmethod
    async def of(cls, owner: Client) -> "Belongings":
        project = await owner.create_project()
        section = await owner.create_section(project)
        label = await owner.create_label()
        task = await owner.create_task(project_id=str(project.id))
        discarded = await owner.create_task()
        undoable = await owner.create_task()
        await owner.trash(discarded)
        await owner.trash(await owner.create_project())
        unread = (await owner.get("/v1/changes", params={"limit": "1"})).json()["next_cursor"]
        return cls(
            owner,
            {
                "project_id": str(project.id),
                "section_id": str(section.id),
                "label_id": str(label.id),
                "task_id": str(task.id),
                "discarded_id": str(discarded.id),
            },
            unread,
            undoable.version,
        )

    def path(self, operation: Operation) -> str:
        """The operation's path, about this user's rows."""
        ids = dict(self.ids)
        if operation.path.startswith("/v1/trash/"):
            ids["task_id"] = ids["discarded_id"]
        if str(operation) == "stream_events" and self._unread is not None:
            return f"{operation.path}?after={self._unread}"  # which says to pull it, and ends; other streams do not
        return operation.path.format(**ids)

    def body(self, operation: Operation) -> dict[str, Any] | None:
        """A body that the operation takes."""
        project = {"project_id": self.ids["project_id"]}
        bodies: dict[str | None, dict[str, Any] | None] = {
            None: None,
            "AccountUpdate": {"timezone": "Europe/Berlin"},
            "Batch": {"operations": [{"op": "complete_task", "id": self.ids["task_id"]}]},
            "LabelCreate": {"name": "Balcony"},
            "LabelUpdate": {"name": "Terrace"},
            "Place": {},
            "ProjectCreate": {"name": "Balcony"},
            "ProjectUpdate": {"name": "Terrace"},
            "SectionCreate": {"name": "Herbs", **project},
            "SectionUpdate": {"name": "Terrace"},
            "TaskCreate": {"title": "Weed", **project},
            "TaskMove": {},
            "TaskUpdate": {"title": "Weed again"},
            "Undo": {"change_ids": [self.change_id]},
        }
        return bodies[operation.body_schema]
