"""The feed of changes."""

from fastapi import APIRouter, Response

from todo_api import responses
from todo_api.deps import Feed, ReadFeed
from todo_api.problems import INVALID_CURSOR, documented, raises
from todo_api.requests import UserRoute
from todo_domain.errors import FeedExpired
from todo_domain.schemas import Changes

router = APIRouter(prefix="/v1/changes", tags=["changes"], route_class=UserRoute)


@router.get("", response_model=Changes, responses=raises(FeedExpired) | documented(INVALID_CURSOR))
async def list_changes(query: ReadFeed, feed: Feed) -> Response:
    """Read the feed.

    Without a cursor it is everything there is, page by page, as of one version; from then on it is what was changed
    since. Things come in the order in which they were changed last, each as it is now, or with no data if it is gone
    for good. A cursor is good for 90 days at least.
    """
    return responses.unversioned(await feed.page(query))
