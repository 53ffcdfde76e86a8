"""One step of a stream: what is sent, and where the stream is then."""

from dataclasses import dataclass

from todo_api.services.feed import FeedService, Place

PAGE = 100
"""Rows of the log that one event may tell of."""
EVENT_BYTES = 64 * 1024

BEGINNING = b"retry: 1000\n\n"
"""The milliseconds after which a browser connects again."""
HEARTBEAT = b": \n\n"
PULL = b"event: pull\ndata: {}\n\n"
"""Too much has happened to be told here: read the feed to its end, and connect again with its cursor."""


@dataclass(frozen=True, slots=True)
class Step:
    """What happened after a place: an event, or nothing yet, or more than a stream tells."""

    event: bytes
    place: Place
    is_pull: bool = False


def at_head(cursor: str) -> bytes:
    """The name of the place where a stream begins that was asked for none, so that it can be gone on with from there.

    A browser remembers it without any event, as there are no data with it.
    """
    return b"id: %s\n\n" % cursor.encode()


async def step_after(feed: FeedService, place: Place) -> Step:
    """Read what follows on a place.

    Raises:
        FeedExpired: nobody can say any more.
        DatabaseUnavailable: nobody can say at the moment.
    """
    if place.loads:
        return Step(PULL, place, is_pull=True)  # who has not read everything yet has a page to go on with
    found = await feed.after(place, PAGE)
    if found.has_more or len(found.items) > EVENT_BYTES:
        return Step(PULL, place, is_pull=True)
    if found.items == b"[]":
        return Step(b"", found.end)
    page = feed.document(found).replace(b"\n", b"")  # between tokens only: texts have theirs escaped
    return Step(b"event: changes\nid: %s\ndata: %s\n\n" % (feed.cursor(found.end).encode(), page), found.end)
