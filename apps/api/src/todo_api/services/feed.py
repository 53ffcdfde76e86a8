"""One user's feed of changes."""

from datetime import datetime, timedelta
from typing import Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError, model_validator

from todo_api.cursor import Cursor, InvalidCursor
from todo_api.database import Row
from todo_api.queries import FeedQuery
from todo_api.services.scope import UserScope
from todo_api.sql.feed import CHANGES, KINDS, STATE
from todo_domain.errors import FeedExpired
from todo_domain.types import Version

_NOWHERE = UUID(int=0)
_BEHIND_ALL: Literal["~"] = "~"
"""Nothing more of this version."""


class Place(BaseModel):
    """How far a client has read: what a cursor says.

    While it `loads`, the place is in the state, which is read kind after kind, and `version` is where the log of
    changes is to be read from when that is done. Otherwise it is in that log.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    account: UUID
    """The inbox, which tells an account from one that was made later for the same user."""
    version: Version
    at: AwareDatetime
    """When all up to here was known: after a time, the log has forgotten what came next."""
    loads: bool = False
    kind: Literal["account", "project", "section", "label", "task", "~"] = _BEHIND_ALL
    id: UUID = _NOWHERE

    @model_validator(mode="after")
    def _loads_something(self) -> Self:
        if self.loads and self.kind == _BEHIND_ALL:
            raise ValueError("a state is read kind after kind")
        return self


class Feed(BaseModel):
    """A page of the feed: the items as PostgreSQL built them, and the places where it begins and ends."""

    model_config = ConfigDict(frozen=True)

    items: bytes
    end: Place
    has_more: bool


class FeedService:
    """No method can reach anybody else's changes."""

    def __init__(self, scope: UserScope, kept: timedelta) -> None:
        """`kept` is how long the log is known to reach back."""
        self.scope = scope
        self._kept = kept
        self._cursor = Cursor.bound_to(scope.user_id, {"list": "changes"})

    async def page(self, query: FeedQuery) -> bytes:
        """The page after a cursor, as JSON.

        Raises:
            InvalidCursor: the cursor is not one of this user's.
            FeedExpired: nobody can say any more what happened since.
        """
        feed = await self.after(None if query.after is None else self.place(query.after), query.limit)
        return self.document(feed)

    def document(self, feed: Feed) -> bytes:
        """The page as JSON."""
        more = b"true" if feed.has_more else b"false"
        return b'{"items":%s,"next_cursor":"%s","has_more":%s}' % (feed.items, self.cursor(feed.end).encode(), more)

    def cursor(self, place: Place) -> str:
        return self._cursor.seal(place.model_dump_json(exclude_defaults=True).encode())

    def place(self, cursor: str) -> Place:
        try:
            return Place.model_validate_json(self._cursor.open(cursor))
        except ValidationError as error:
            raise InvalidCursor from error

    async def head(self) -> Place:
        """The place behind everything that has happened."""
        row = await self._state(0, _NOWHERE, 1)
        return Place(account=row["inbox_id"], version=row["version"], at=self.scope.now)

    async def after(self, place: Place | None, limit: int) -> Feed:
        """What follows on a place; everything if there is none."""
        if place is None or place.loads:
            return await self._load(place, limit)
        # Behind all of a version is before all of the next: how kinds sort is for the database to say.
        is_behind_all = place.kind == _BEHIND_ALL
        row = await self.scope.read(
            CHANGES,
            after_version=place.version + is_behind_all,
            after_kind="" if is_behind_all else place.kind,
            after_id=place.id,
            limit=limit,
        )
        self._check(place, row)
        if row["more"]:
            last = {name: row[f"last_{name}"] for name in ("version", "kind", "id", "at")}
        else:
            last = {"version": row["version"], "kind": _BEHIND_ALL, "id": _NOWHERE, "at": self.scope.now}
        return Feed(items=row["items"].encode(), end=place.model_copy(update=last), has_more=row["more"])

    async def _load(self, place: Place | None, limit: int) -> Feed:
        number, last = (0, _NOWHERE) if place is None else (KINDS.index(place.kind), place.id)
        row = await self._state(number, last, limit)
        if place is None:
            place = Place(
                account=row["inbox_id"], version=row["version"], at=self.scope.now, loads=True, kind="account"
            )
        self._check(place, row)
        if row["more"]:
            end = {"kind": row["last_kind"], "id": row["last_id"]}
        else:
            end = {"loads": False, "kind": _BEHIND_ALL, "id": _NOWHERE}
        has_more = row["more"] or row["version"] != place.version
        return Feed(items=row["items"].encode(), end=place.model_copy(update=end), has_more=has_more)

    async def _state(self, number: int, last: UUID, limit: int) -> Row:
        values = {"after_kind": number, "after_id": last, "limit": limit}
        row = await self.scope.read(STATE, **values)
        if row["version"] is None:
            await self.scope.provision()
            row = await self.scope.read(STATE, **values)
        return row

    def _check(self, place: Place, row: Row) -> None:
        """The place is in this account's past, and what came after it is still known."""
        same_account = row["inbox_id"] == place.account and place.version <= row["version"]
        if not same_account or (place.version != row["version"] and self._is_forgotten(place.at)):
            raise FeedExpired

    def _is_forgotten(self, at: datetime) -> bool:
        return at < self.scope.now - self._kept
