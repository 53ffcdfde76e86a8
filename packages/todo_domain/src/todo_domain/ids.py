"""New ids: UUIDv7 (RFC 9562, section 5.7), so that ids made later sort later."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    return uuid7()
