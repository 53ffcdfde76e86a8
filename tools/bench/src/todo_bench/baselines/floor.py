"""The floor: the API's own SQL, as fast as Python can serve it.

No framework: prepared statements are called directly, connections are handed on in order of arrival, and each token is
verified once. What the API does besides (problems with their reasons, limits, probes, idempotency) is not here.
"""

import gc
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID

from todo_api.sql.lists import list_tasks
from todo_api.sql.statement import Statement
from todo_api.sql.tasks import COMPLETE_TASK, READ_TASK, TRASH_TASK, create_task, patch_task
from todo_bench.baselines.bodies import NewTask, NewTitle
from todo_bench.baselines.connections import Connections
from todo_bench.baselines.environment import POOL_SIZE, Environment
from todo_bench.baselines.tokens import Remembered
from todo_domain import new_id
from todo_domain.caps import CAPS
from todo_domain.types import label_key

type Message = Mapping[str, Any]
type Receive = Callable[[], Awaitable[Message]]
type Send = Callable[[Message], Awaitable[None]]
type Answer = tuple[int, int | None, bytes]
"""Status, version for the ETag, and body."""

ATTEMPTS = 50
"""Of a write that others of the same user overtake; each time one of them gets through."""

LIST = list_tasks(frozenset({"live"}), "order", descending=False, after=False)
CREATE, CREATE_LABELLED = (create_task("inbox", labelled=labelled) for labelled in (False, True))
PATCH = patch_task(labelled=False)
CHANGES = {("PATCH",): PATCH, ("PUT", "completion"): COMPLETE_TASK, ("DELETE",): TRASH_TASK}

_EMPTY = dict.fromkeys(CREATE.parameters) | CAPS._asdict()
_UNSENT = {name: False if name.startswith("set_") else None for name in PATCH.parameters}


class Refused(Exception):
    """There is no more to say than a status."""


class Floor:
    """An ASGI application."""

    def __init__(self) -> None:
        self._tokens = Remembered("")
        self._database = Connections(LIST, READ_TASK, CREATE, CREATE_LABELLED, PATCH, COMPLETE_TASK, TRASH_TASK)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        try:
            status, version, body = await self._answer(scope, receive)
        except Refused as refused:
            (status,), version, body = refused.args, None, b"{}"
        except ValueError:
            status, version, body = HTTPStatus.UNPROCESSABLE_ENTITY, None, b"{}"
        headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))] if body else []
        if version is not None:
            headers.append((b"etag", b'"%d"' % version))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        environment = Environment.read()
        self._tokens = Remembered(environment.secret)
        async with self._database.opened(environment.database_url, POOL_SIZE):
            gc.collect()
            gc.freeze()
            await send({"type": "lifespan.startup.complete"})
            await receive()
        await send({"type": "lifespan.shutdown.complete"})

    async def _answer(self, scope: Message, receive: Receive) -> Answer:
        if scope["path"] == "/healthz":
            return HTTPStatus.OK, None, b"{}"
        headers = dict(scope["headers"])
        user_id = self._tokens.user_of(headers.get(b"authorization", b""))
        if user_id is None:
            raise Refused(HTTPStatus.UNAUTHORIZED)
        match scope["method"], scope["path"].split("/"):
            case "GET", ["", "v1", "tasks"]:
                return await self._list(user_id, scope["query_string"], _versions(headers.get(b"if-none-match")))
            case "POST", ["", "v1", "tasks"]:
                return await self._create(user_id, NewTask.model_validate_json(await _body(receive)))
            case "GET", ["", "v1", "tasks", task_id]:
                return await self._read(user_id, UUID(task_id))
            case method, ["", "v1", "tasks", task_id, *rest]:
                expected, change = _versions(headers.get(b"if-match")), CHANGES.get((method, *rest))
                if change is PATCH:
                    title = NewTitle.model_validate_json(await _body(receive)).title
                    return await self._change(PATCH, user_id, UUID(task_id), expected, title=title, set_title=True)
                if change is not None:
                    return await self._change(change, user_id, UUID(task_id), expected)
        raise Refused(HTTPStatus.NOT_FOUND)

    async def _read(self, user_id: str, task_id: UUID) -> Answer:
        row = await self._database.row(READ_TASK, {"user_id": user_id, "id": task_id})
        if row["version"] is None:
            raise Refused(HTTPStatus.NOT_FOUND)
        return HTTPStatus.OK, row["version"], row["document"].encode()

    async def _list(self, user_id: str, query: bytes, known: list[int] | None) -> Answer:
        limit = int(query.removeprefix(b"limit=") or b"50")
        row = await self._database.row(LIST, {"user_id": user_id, "known": known, "limit": limit})
        version = row["version"] or 0
        if known is not None and version in known:
            return HTTPStatus.NOT_MODIFIED, version, b""
        cursor = f'"{row["last_key"]},{row["last_id"]}"' if row["more"] else "null"
        return HTTPStatus.OK, version, f'{{"items":{row["items"]},"next_cursor":{cursor}}}'.encode()

    async def _create(self, user_id: str, task: NewTask) -> Answer:
        values = {
            **_EMPTY,
            "user_id": user_id,
            "id": new_id(),
            "now": datetime.now(UTC),
            "title": task.title,
            "notes": task.notes,
            "priority": task.priority.rank,
            "label_names": task.labels,
            "label_keys": [label_key(name) for name in task.labels],
            "label_ids": [new_id() for _ in task.labels],
        }
        for _ in range(ATTEMPTS):
            row = await self._database.row(CREATE_LABELLED if task.labels else CREATE, values)
            if row["seen"] is None:
                raise Refused(HTTPStatus.NOT_FOUND)
            if row["version"] is not None:
                return HTTPStatus.CREATED, row["version"], row["document"].encode()
        raise Refused(HTTPStatus.SERVICE_UNAVAILABLE)

    async def _change(
        self, statement: Statement, user_id: str, task_id: UUID, expected: list[int] | None, **sent: Any
    ) -> Answer:
        values = {**_UNSENT, "user_id": user_id, "id": task_id, "expected": expected, "now": datetime.now(UTC), **sent}
        for _ in range(ATTEMPTS):
            row = await self._database.row(statement, values)
            if row["current"] is None:
                raise Refused(HTTPStatus.NOT_FOUND)
            if expected is not None and row["current"] not in expected:
                raise Refused(HTTPStatus.PRECONDITION_FAILED)
            if not row["eligible"]:
                raise Refused(HTTPStatus.CONFLICT)
            version = row["version"] or row["current"]
            if row["version"] is not None or not row["pending"]:
                gone = statement is TRASH_TASK
                return (204, version, b"") if gone else (200, version, row["document"].encode())
        raise Refused(HTTPStatus.SERVICE_UNAVAILABLE)


def _versions(tag: bytes | None) -> list[int] | None:
    """The one version in If-Match or If-None-Match; ValueError for what is none."""
    return None if tag is None else [int(tag.strip(b'"'))]


async def _body(receive: Receive) -> bytes:
    message = await receive()
    body: bytes = message["body"]
    while message["more_body"]:
        message = await receive()
        body += message["body"]
    return body


app = Floor()
