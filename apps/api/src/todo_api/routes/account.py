"""The account: everything of the user who asks."""

from typing import Annotated

from fastapi import APIRouter, Response

from todo_api import responses
from todo_api.bodies import JsonDocument
from todo_api.deps import Account, IfMatch, IfNoneMatch
from todo_api.export import ExportResponse
from todo_api.requests import UserRoute
from todo_domain import AccountRead, AccountUpdate

router = APIRouter(prefix="/v1/account", tags=["account"], route_class=UserRoute)


@router.get("", response_model=AccountRead)
async def get_account(account: Account, known: IfNoneMatch) -> Response:
    """Get the account.

    It is made when it is first looked at or written to. Its version is the `ETag` of every list.
    """
    return responses.read(await account.get(), known)


@router.patch("", response_model=AccountRead)
async def update_account(
    update: Annotated[AccountUpdate, JsonDocument()], account: Account, expected: IfMatch
) -> Response:
    """Change the account.

    What is left out stays as it is, and a request without any field changes nothing.
    """
    return responses.written(await account.update(update, expected))


@router.delete("", status_code=204)
async def delete_account(account: Account, expected: IfMatch) -> Response:
    """Delete the account.

    Everything of this user is gone at once and for good.
    """
    await account.remove(expected)
    return responses.gone()


@router.get("/export", status_code=200, response_class=ExportResponse)
async def export_account(account: Account) -> Response:
    """Export everything of this user.

    As JSON Lines: the account, then projects, sections, labels and tasks, the trash included, all as of one moment.
    """
    return await ExportResponse.of(account.export())
