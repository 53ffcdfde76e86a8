"""The user's account."""

from collections.abc import AsyncGenerator
from contextlib import aclosing

from pydantic import MISSING

from todo_api.services.outcome import Document, Expected, NotProvisioned, changed, check_expected, done, found
from todo_api.services.scope import UserScope
from todo_api.services.work import Work
from todo_api.sql.account import EXPORT, PATCH_ACCOUNT, READ_ACCOUNT, REMOVE_ACCOUNT
from todo_domain import AccountUpdate


class AccountService:
    """No method can reach anybody else's account."""

    def __init__(self, scope: UserScope) -> None:
        self.scope = scope

    async def get(self) -> Document:
        """The account, made now if this user never had one or deleted it."""
        row = await self.scope.read(READ_ACCOUNT)
        if row["version"] is None:
            await self.scope.provision()
            row = await self.scope.read(READ_ACCOUNT)
        return Document(row["document"].encode(), row["version"])

    async def update(self, update: AccountUpdate, expected: Expected) -> Document:
        async def look(work: Work) -> Document:
            document = found(await work.row(READ_ACCOUNT), NotProvisioned)
            check_expected(expected, document.version)
            return document

        async def unit(work: Work) -> Document:
            row = await work.row(PATCH_ACCOUNT, timezone=update.timezone, expected=expected)
            return changed(row, expected, NotProvisioned)

        return await self.scope.write(look if update.timezone is MISSING else unit)

    async def remove(self, expected: Expected) -> None:
        """Delete everything of this user, in one transaction."""

        async def unit(work: Work) -> Document:
            return done(await work.row(REMOVE_ACCOUNT, expected=expected), expected)

        await self.scope.write(unit, keep=False)

    async def export(self) -> AsyncGenerator[bytes]:
        """Everything of this user as lines of JSON, as it is at one moment."""
        await self.get()
        async with aclosing(self.scope.stream(EXPORT)) as lines:
            async for line in lines:
                yield line.encode() + b"\n"
