"""Cursors: opaque to the client, bound to one user's one query."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Self
from uuid import UUID

from pydantic import TypeAdapter

_CHECK_BYTES = 9
_write_binding = json.JSONEncoder(sort_keys=True, default=str).encode
_write_place = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode


class InvalidCursor(ValueError):
    """Not a cursor of this list, asked in this way, by this user."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Writes and reads the cursors of one query.

    The check digits are no secret: they make sure that a cursor that was damaged, or belongs to another query or
    user, is refused and not misread. Who makes up a cursor only says where to go on among their own rows, and the
    key's type takes nothing that is not such a place.
    """

    binding: bytes

    @classmethod
    def bound_to(cls, user_id: str, shape: Mapping[str, Any]) -> Self:
        return cls(_write_binding([user_id, shape]).encode())

    def encode(self, key: Any, entity_id: UUID, key_type: TypeAdapter[Any]) -> str:
        place = [key_type.dump_python(key, mode="json"), str(entity_id)]
        return self.seal(_write_place(place).encode())

    def decode(self, text: str, key_type: TypeAdapter[Any]) -> tuple[Any, UUID]:
        """The sort key and the id of the last row already given.

        Raises:
            InvalidCursor: this query gave out no such cursor.
        """
        try:
            key, entity_id = json.loads(self.open(text))
            return key_type.validate_json(json.dumps(key)), UUID(entity_id)
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise InvalidCursor from error

    def seal(self, payload: bytes) -> str:
        return _text(self._check(payload) + payload)

    def open(self, text: str) -> bytes:
        """What was sealed.

        Raises:
            InvalidCursor: this query sealed no such thing.
        """
        try:
            raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        except ValueError as error:
            raise InvalidCursor from error
        check, payload = raw[:_CHECK_BYTES], raw[_CHECK_BYTES:]
        if check != self._check(payload) or text != _text(raw):
            raise InvalidCursor
        return payload

    def _check(self, payload: bytes) -> bytes:
        return blake2b(payload, digest_size=_CHECK_BYTES, key=blake2b(self.binding, digest_size=32).digest()).digest()


def _text(raw: bytes) -> str:
    """The one way to write these bytes; base64 leaves bits unused, so that other texts stand for the same ones."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
