"""What was read, with the version that it had."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Versioned[T]:
    """A document and its entity tag (RFC 9110, section 8.8.3)."""

    data: T
    etag: str
    change_id: int | None = field(default=None, compare=False)
    """The change that this is the answer to: what can be undone. None if nothing was written."""


type IfMatch = Versioned[object] | str | None
"""What has to be the current version for a write to happen; None for whichever it is."""
