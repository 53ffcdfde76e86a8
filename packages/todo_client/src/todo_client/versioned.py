"""What was read, with the version that it had."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Versioned[T]:
    """A document and its entity tag (RFC 9110, section 8.8.3)."""

    data: T
    etag: str


type IfMatch = Versioned[object] | str | None
"""What has to be the current version for a write to happen; None for whichever it is."""


def tag(version: IfMatch) -> str | None:
    return version.etag if isinstance(version, Versioned) else version
