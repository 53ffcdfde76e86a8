"""What every write may be told."""

from typing import TypedDict

from todo_client.versioned import IfMatch, Versioned


class WriteOptions(TypedDict, total=False):
    if_match: IfMatch
    """What has to be the current version for the write to happen."""
    idempotency_key: str | None
    """A name for this one write: with it, even a PATCH or a conditional write can be sent again."""


class Conditions(TypedDict):
    """The options as a request has them."""

    if_match: str | None
    idempotency_key: str | None


def conditions(options: WriteOptions) -> Conditions:
    version = options.get("if_match")
    return {
        "if_match": version.etag if isinstance(version, Versioned) else version,
        "idempotency_key": options.get("idempotency_key"),
    }
