"""The feed of changes as it grows."""

from fastapi import APIRouter, Response

from todo_api.deps import CurrentUser, Feed, FollowFeed, LastEventId, Live
from todo_api.live import EventStream
from todo_api.problems import INVALID_CURSOR, TOO_MANY_STREAMS, documented, raises
from todo_api.requests import UserRoute
from todo_domain.errors import FeedExpired

router = APIRouter(prefix="/v1/events", tags=["changes"], route_class=UserRoute)


@router.get(
    "",
    status_code=200,
    response_class=EventStream,
    responses=raises(FeedExpired) | documented(INVALID_CURSOR, TOO_MANY_STREAMS),
)
async def stream_events(
    query: FollowFeed, user: CurrentUser, feed: Feed, live: Live, last_event_id: LastEventId = None
) -> Response:
    """Follow the feed.

    Server-sent events, one after the other from the cursor on, without a gap. `changes` has a page of the feed as its
    data and that page's cursor as its id. `pull` says that too much has happened to be told here: read the feed to its
    end, and connect again. The stream ends when the token does and when the server stops: connect again, with the last
    cursor. Comments come while there is nothing to tell, every 15 seconds.
    """
    cursor = last_event_id or query.after  # browsers know the id of no event as an empty one
    place = None if cursor is None else feed.place(cursor)
    return await EventStream.after(place, feed, live, user.expires_at)
