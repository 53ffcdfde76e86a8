"""A line between workers: what PostgreSQL and Valkey have in common here."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager

CONNECT_SECONDS = 3.0
COMMAND_SECONDS = 5.0

type Send = Callable[[str, str], Awaitable[None]]
"""Puts a message (the second argument) on a channel (the first). Raises LineBroken."""
type Heard = Callable[[str, str], None]
"""Is called with the channel and the message, of one's own messages too."""
type Lost = Callable[[], None]
"""Is called when the line breaks while nothing is sent."""
type Connect = Callable[[Sequence[str], Heard, Lost], AbstractAsyncContextManager[Send]]
"""Opens a line that listens to some channels, for as long as it lasts. Raises LineBroken."""


class LineBroken(Exception):
    """There is no line, or none any more; the message says why, for the log."""
