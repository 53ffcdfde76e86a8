"""Live events: who has a stream open is told what happens, as soon as it has happened.

What tells a worker that something happened (its own writes, a bus between workers, a poll) is only ever a hint to look
into the feed of changes. Hints may get lost, come twice or too late; the feed is the truth.
"""

from todo_api.live.hub import Hub, TooManyStreams
from todo_api.live.pace import Pace
from todo_api.live.stream import BUFFERING, MEDIA_TYPE, EventStream

__all__ = ["BUFFERING", "MEDIA_TYPE", "EventStream", "Hub", "Pace", "TooManyStreams"]
