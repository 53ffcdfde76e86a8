"""Bringing the contents of a file into one user's account: all of it or nothing."""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import batched

from pydantic_core import to_jsonable_python

from todo_api.importing.existing import BATCH, find_existing
from todo_api.importing.family import resolve
from todo_api.importing.report import Report
from todo_api.importing.resolution import Resolution
from todo_api.importing.rows import Contents, Progress, Row
from todo_api.services.caps import check_caps
from todo_api.services.outcome import NotProvisioned
from todo_api.services.scope import UserScope
from todo_api.services.work import Work
from todo_api.sql.importing import (
    ADOPT_ACCOUNT,
    ADOPT_INBOX,
    INSERT_LABELS,
    INSERT_PROJECTS,
    INSERT_SECTIONS,
    INSERT_TASKS,
    MOVE_VERSION,
)
from todo_api.sql.statement import Statement
from todo_domain.ordering import version_of


def _in_silence(done: int, total: int) -> None:
    del done, total


class ImportService:
    """No method can reach anybody else's account."""

    def __init__(self, scope: UserScope) -> None:
        self.scope = scope

    async def run(self, contents: Contents, *, skip_bad_rows: bool = False, progress: Progress = _in_silence) -> Report:
        """Import a file in one transaction; a row that cannot be taken keeps out the others, unless it is skipped.

        Whether a row is new is decided by its id, so that an export imported twice is imported once. The account's
        version moves once.

        Raises:
            CapReached: the account cannot hold all of it.
        """

        async def unit(work: Work) -> Report:
            existing = await find_existing(work, contents)
            resolution = resolve(contents, existing)
            refused = tuple(sorted((*contents.refused, *resolution.refused), key=lambda row: row.line))
            imported = skip_bad_rows or not refused
            if imported:
                await check_caps(work, {kind: new for kind, new in asdict(resolution.created).items() if new})
                if existing.version is None:
                    raise NotProvisioned
                await _write(work, contents, resolution, progress, adopt=existing.empty)
            return Report(imported, resolution.created, resolution.present, refused, tuple(contents.remarks))

        return await self.scope.transaction(unit)


async def _write(work: Work, contents: Contents, resolution: Resolution, progress: Progress, *, adopt: bool) -> None:
    account = contents.account if adopt else None
    inbox = resolution.inbox if adopt else None
    total, done = resolution.created.total, 0
    if not total and account is None and inbox is None:
        return
    steps: Sequence[tuple[Statement, Sequence[Row]]] = (
        (INSERT_PROJECTS, resolution.projects),
        (INSERT_SECTIONS, resolution.sections),
        (INSERT_LABELS, resolution.labels),
        (INSERT_TASKS, resolution.tasks),
    )
    positions = [row.position for _, rows in steps for row in rows if row.position is not None]
    await work.row(MOVE_VERSION, beyond=max((version_of(position) + 1 for position in positions), default=0))
    if account is not None:
        await work.row(
            ADOPT_ACCOUNT,
            timezone=account.timezone,
            created_at=account.created_at,
            updated_at=account.updated_at,
        )
    if inbox is not None:
        fields = ("name", "color", "position", "created_at", "updated_at")
        await work.row(ADOPT_INBOX, **{name: getattr(inbox, name) for name in fields})
    progress(done, total)
    for statement, rows in steps:
        for batch in batched(enumerate(rows), BATCH, strict=False):
            documents = [{**to_jsonable_python(row), "ordinal": ordinal} for ordinal, row in batch]
            await work.row(statement, rows=documents)
            done += len(batch)
            progress(done, total)
