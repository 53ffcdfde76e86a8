"""What a route may ask for, as named types."""

import re
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Header, Query, Request

from todo_api.auth import Identity, TokenProblem, TokenRejected, TokenVerifier
from todo_api.database import Database
from todo_api.draining import Draining
from todo_api.live import Hub
from todo_api.queries import (
    CURSOR_LENGTH,
    ActivityQuery,
    EventsQuery,
    FeedQuery,
    LabelQuery,
    ProjectQuery,
    SectionQuery,
    TaskQuery,
)
from todo_api.services.account import AccountService
from todo_api.services.activity import ActivityService
from todo_api.services.batch import BatchService
from todo_api.services.feed import FeedService
from todo_api.services.labels import LabelService
from todo_api.services.outcome import Expected
from todo_api.services.pages import Known
from todo_api.services.projects import ProjectService
from todo_api.services.scope import UserScope
from todo_api.services.sections import SectionService
from todo_api.services.tasks import TaskService
from todo_api.services.undo import UndoService
from todo_api.writer import writer

_ETAG = re.compile(r'\s*(?P<weak>W/)?"(?P<version>0|[1-9][0-9]{0,17})"\s*')
"""An entity tag (RFC 9110, section 8.8.3) that can be one of ours."""


class _EveryVersion(frozenset[int]):
    """What `*` stands for: whichever version there is."""

    def __contains__(self, version: object) -> bool:
        return True


async def get_database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database


async def get_draining(request: Request) -> Draining:
    draining: Draining = request.app.state.draining
    return draining


async def get_hub(request: Request) -> Hub:
    hub: Hub = request.app.state.live
    return hub


async def identify(request: Request) -> Identity:
    """Who asks, by the bearer token (RFC 6750) and nothing else; verified once for each request.

    Raises:
        TokenRejected: there is no token, or not a good one.
        IssuerUnavailable: there are no keys to verify it with.
    """
    state = request.scope.setdefault("state", {})
    known: Identity | None = state.get("identity")
    if known is not None:
        return known
    given = request.headers.getlist("authorization")
    if len(given) > 1:
        raise TokenRejected(TokenProblem.MALFORMED)
    scheme, _, token = "".join(given).partition(" ")
    token = token.strip(" ")
    if scheme.lower() != "bearer" or not token:
        raise TokenRejected(TokenProblem.MISSING)
    verifier: TokenVerifier = request.app.state.verifier
    identity = await verifier.verify(token)
    state["identity"] = identity
    return identity


CurrentUser = Annotated[Identity, Depends(identify)]


async def user_scope(
    request: Request, user: CurrentUser, database: Annotated[Database, Depends(get_database)]
) -> UserScope:
    client, once = await writer(request)
    hub = await get_hub(request)
    now, caps = datetime.now(UTC), request.app.state.caps
    return UserScope(database, user.user_id, now, client=client, caps=caps, once=once, committed=hub.moved)


Scope = Annotated[UserScope, Depends(user_scope)]


async def _account(scope: Scope) -> AccountService:
    return AccountService(scope)


async def _projects(scope: Scope) -> ProjectService:
    return ProjectService(scope)


async def _sections(scope: Scope) -> SectionService:
    return SectionService(scope)


async def _labels(scope: Scope) -> LabelService:
    return LabelService(scope)


async def _tasks(scope: Scope) -> TaskService:
    return TaskService(scope)


async def _batches(scope: Scope) -> BatchService:
    return BatchService(scope)


async def _feed(scope: Scope, request: Request) -> FeedService:
    return FeedService(scope, request.app.state.settings.changes_kept)


async def _activity(scope: Scope) -> ActivityService:
    return ActivityService(scope)


async def _undoing(scope: Scope) -> UndoService:
    return UndoService(scope)


def _etags(header: str, *, weak: bool) -> Expected:
    """The versions in a list of entity tags (RFC 9110, section 8.8.3); None for `*`, which every version matches."""
    if header.strip() == "*":
        return None
    matches = (_ETAG.fullmatch(part) for part in header.split(","))
    return [int(match["version"]) for match in matches if match and (weak or not match["weak"])]


def _combined(lines: list[str]) -> str | None:
    """A header of a list's kind may come in several lines (RFC 9110, section 5.3)."""
    return ", ".join(lines) if lines else None


async def _if_match(
    request: Request,
    _: Annotated[
        str | None,
        Header(
            alias="If-Match",
            description="Write only if this is still the current `ETag`; 412 otherwise.",
            examples=['"1795234567890"'],
        ),
    ] = None,
) -> Expected:
    header = _combined(request.headers.getlist("if-match"))
    return None if header is None else _etags(header, weak=False)


async def _if_none_match(
    request: Request,
    _: Annotated[
        str | None,
        Header(
            alias="If-None-Match",
            description="Answer 304 without a body if this is still the `ETag`.",
            examples=['"1795234567890"'],
        ),
    ] = None,
) -> Known:
    header = _combined(request.headers.getlist("if-none-match"))
    if header is None:
        return None
    tags = _etags(header, weak=True)
    return _EveryVersion() if tags is None else tags


DatabaseDep = Annotated[Database, Depends(get_database)]
DrainingDep = Annotated[Draining, Depends(get_draining)]
Account = Annotated[AccountService, Depends(_account)]
Projects = Annotated[ProjectService, Depends(_projects)]
Sections = Annotated[SectionService, Depends(_sections)]
Labels = Annotated[LabelService, Depends(_labels)]
Tasks = Annotated[TaskService, Depends(_tasks)]
Batches = Annotated[BatchService, Depends(_batches)]
Feed = Annotated[FeedService, Depends(_feed)]
Live = Annotated[Hub, Depends(get_hub)]
Activity = Annotated[ActivityService, Depends(_activity)]
Undoing = Annotated[UndoService, Depends(_undoing)]

IfMatch = Annotated[Expected, Depends(_if_match)]
IfNoneMatch = Annotated[Known, Depends(_if_none_match)]

ListTasks = Annotated[TaskQuery, Query()]
ListProjects = Annotated[ProjectQuery, Query()]
ListSections = Annotated[SectionQuery, Query()]
ListLabels = Annotated[LabelQuery, Query()]
ReadFeed = Annotated[FeedQuery, Query()]
FollowFeed = Annotated[EventsQuery, Query()]
LastEventId = Annotated[
    str | None,
    Header(
        alias="Last-Event-ID",
        max_length=CURSOR_LENGTH,
        description="The `id` of the last event, as browsers send it when they connect again; it goes before `after`.",
        examples=["Hq2lq0m9Yx8"],
    ),
]
ReadActivity = Annotated[ActivityQuery, Query()]
