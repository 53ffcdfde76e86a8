"""The routes, in django-ninja's way: a model or a queryset goes out through the response's schema."""

from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

import jwt
import orjson
from django.conf import settings
from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError
from ninja.renderers import BaseRenderer
from ninja.security import HttpBearer
from pydantic import Field

from todo_bench.baselines.bodies import NewTask, NewTitle
from todo_bench.baselines.django_ninja.models import Account, Task
from todo_bench.baselines.tokens import claims_of
from todo_domain import TaskRead, new_id
from todo_domain.ordering import between
from todo_domain.schemas import TaskPage


class Bearer(HttpBearer):
    def authenticate(self, request: HttpRequest, token: str) -> str | None:
        """The user, which becomes `request.auth`."""
        del request
        try:
            return str(claims_of(token, settings.SECRET_KEY)["sub"])
        except jwt.InvalidTokenError:
            return None


class Renderer(BaseRenderer):
    """django-ninja's documentation has it, for those whom `json.dumps` is too slow: a third of a page's time."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        del request, response_status
        return orjson.dumps(data)


api = NinjaAPI(auth=Bearer(), renderer=Renderer(), openapi_url=None)


@api.get("/healthz", auth=None)
def healthz(request: HttpRequest) -> dict[str, str]:
    del request
    return {"status": "ok"}


@api.get("/v1/tasks", response=TaskPage)
def list_tasks(request: Any, limit: Annotated[int, Field(ge=1, le=200)] = 50) -> dict[str, Any]:
    live = Task.objects.filter(user_id=request.auth, deleted_at=None)
    tasks = list(live.order_by("position", "id")[: limit + 1])
    last = tasks[limit - 1] if len(tasks) > limit else None
    return {"items": tasks[:limit], "next_cursor": None if last is None else f"{last.position},{last.id}"}


@api.post("/v1/tasks", response={201: TaskRead})
def create_task(request: Any, body: NewTask) -> Task:
    siblings = Task.objects.filter(user_id=OuterRef("user_id"), project_id=OuterRef("inbox_id"))
    last = Subquery(siblings.order_by("-position").values("position")[:1])
    inbox_id, position = Account.objects.filter(user_id=request.auth).values_list("inbox_id", last).get()
    now = datetime.now(UTC)
    return Task.objects.create(
        user_id=request.auth,
        id=new_id(),
        created_at=now,
        updated_at=now,
        project_id=inbox_id,
        position=between(position, None),
        title=body.title,
        notes=body.notes,
        rank=body.priority.rank,
        labels=body.labels,
    )


@api.get("/v1/tasks/{task_id}", response=TaskRead)
def get_task(request: Any, task_id: UUID, response: HttpResponse) -> Task:
    return _told(_own_task(Task.objects, request, task_id), response)


@api.patch("/v1/tasks/{task_id}", response=TaskRead)
@transaction.atomic
def update_task(request: Any, task_id: UUID, body: NewTitle, response: HttpResponse) -> Task:
    task = _own_task(Task.objects.select_for_update(), request, task_id)
    if request.headers.get("If-Match") not in {None, _etag(task)}:
        raise HttpError(412, "stale")
    task.title = body.title
    _save(task, "title")
    return _told(task, response)


@api.put("/v1/tasks/{task_id}/completion", response=TaskRead)
@transaction.atomic
def complete_task(request: Any, task_id: UUID, response: HttpResponse) -> Task:
    task = _own_task(Task.objects.select_for_update(), request, task_id)
    if task.completed_at is None:
        task.completed_at = datetime.now(UTC)
        _save(task, "completed_at")
    return _told(task, response)


@api.delete("/v1/tasks/{task_id}", response={204: None})
@transaction.atomic
def trash_task(request: Any, task_id: UUID) -> None:
    task = _own_task(Task.objects.select_for_update(), request, task_id)
    if task.deleted_at is None:
        task.deleted_at = datetime.now(UTC)
        _save(task, "deleted_at")


def _own_task(tasks: Any, request: Any, task_id: UUID) -> Task:
    try:
        task: Task = tasks.get(user_id=request.auth, id=task_id)
    except Task.DoesNotExist as error:
        raise HttpError(404, "not found") from error
    return task


def _save(task: Task, field: str) -> None:
    task.version += 1
    task.updated_at = getattr(task, field) if field.endswith("_at") else datetime.now(UTC)
    task.save(update_fields=[field, "version", "updated_at"])


def _etag(task: Task) -> str:
    return f'"{task.version}"'


def _told(task: Task, response: HttpResponse) -> Task:
    response["ETag"] = _etag(task)
    return task
