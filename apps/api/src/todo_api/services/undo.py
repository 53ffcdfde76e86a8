"""Taking back what one user did."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

import asyncpg

from todo_api.database import Row
from todo_api.services.caps import check_caps
from todo_api.services.outcome import Document
from todo_api.services.scope import UserScope, meaning
from todo_api.services.work import MANY, Work
from todo_api.sql.misfits import FIND_MISFITS
from todo_api.sql.obstacles import FIND_CHANGES, FIND_DANGLING, FIND_LATER
from todo_api.sql.undo import UNDO_CHANGE
from todo_domain.activity import field_names
from todo_domain.errors import ChangeNotFound, DomainError, NotUndoable, Obstacle, TooMuchToUndo, UndoConflict
from todo_domain.schemas import Undo, Undone

_TOO_MUCH = 50_000


class UndoService:
    """No method can reach anybody else's changes."""

    def __init__(self, scope: UserScope) -> None:
        self.scope = scope

    async def undo(self, undo: Undo) -> Document:
        """Take changes back, the newest first, all of them or none.

        Raises:
            ChangeNotFound: the log has no such change.
            NotUndoable: the log has nothing of it that could be taken back.
            TooMuchToUndo: they touched too many things.
            CapReached: there is no room any more for what would come back.
            UndoConflict: something later stands in the way, or what would be left would not fit together.
        """

        async def unit(work: Work) -> Document:
            newest_first = sorted(undo.change_ids, reverse=True)
            things = await _check_changes(work, undo.change_ids)
            if things > MANY:
                await work.distrust_estimates()
            later = await work.row_of_much(FIND_LATER, things=things, change_ids=undo.change_ids)
            _refuse(_touched(item, undo.change_ids.index(item["version"])) for item in _items(later))
            done = [
                await _undo(work, change_id, undo.change_ids.index(change_id), things) for change_id in newest_first
            ]
            made = [row["version"] for row in done]
            come_back = {kind for row in done for kind in row["made"]}
            await check_caps(work, dict.fromkeys(come_back, 0))
            undone = dict(zip(made, newest_first, strict=True))
            misfits = await work.row_of_much(FIND_MISFITS, things=things, since=made[0] - 1)
            _refuse(_misfit(item, undo.change_ids.index(undone[item["version"]])) for item in _items(misfits))
            return Document(Undone(change_ids=made).model_dump_json().encode(), made[-1], made[-1])

        return await self.scope.write(unit, at_once=False)


async def _check_changes(work: Work, change_ids: Sequence[int]) -> int:
    """How many things they are about, if they can be taken back."""
    row = await work.row(FIND_CHANGES, change_ids=change_ids)
    known = json.loads(row["changes"])
    if len(known) < len(change_ids):
        raise ChangeNotFound
    if not all(change["undoable"] for change in known):
        raise NotUndoable
    things: int = sum(change["things"] for change in known)
    if things > _TOO_MUCH:
        raise TooMuchToUndo
    return things


async def _undo(work: Work, change_id: int, index: int, things: int) -> Row:
    """The version of the change that this makes, and the kinds of which something was made again.

    The schema's own rules are left to the schema; what broke one of them is looked for when it did.
    """
    try:
        async with work.attempt():
            return await work.row_of_much(UNDO_CHANGE, things=things, of=change_id)
    except asyncpg.IntegrityConstraintViolationError as violation:
        dangling = await work.row(FIND_DANGLING, of=change_id)
        _refuse(_misfit(item, index) for item in _items(dangling))
        error = meaning(violation)
        if not isinstance(error, DomainError):
            raise
        raise UndoConflict([Obstacle(index, error.detail)]) from violation


def _items(row: Any) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(row["obstacles"])
    return items


def _refuse(obstacles: Iterable[Obstacle]) -> None:
    found = list(dict.fromkeys(obstacles))
    if found:
        raise UndoConflict(found)


def _touched(item: dict[str, Any], index: int) -> Obstacle:
    fields = ", ".join(field_names(item["kind"], item["columns"]))
    what = f"{fields} of {item['kind']} {item['id']}" if fields else f"{item['kind']} {item['id']}"
    return Obstacle(index, f"{what} was changed again by change {item['by']}")


def _misfit(item: dict[str, Any], index: int) -> Obstacle:
    since = "" if item["by"] is None else f" since change {item['by']}"
    return Obstacle(index, f"{item['column']} of {item['kind']} {item['id']} would not fit any more{since}")
