"""Whose token it is: verified each time, as the frameworks' tutorials do, or remembered, as the floor does."""

import time
from typing import Any

import jwt

from todo_api.settings import DEVELOPMENT_ISSUER

_LIMIT = 10_000


def claims_of(token: str, secret: str) -> dict[str, Any]:
    """What the token says.

    Raises:
        jwt.InvalidTokenError: it is nobody's, not for us, or too old.
    """
    return jwt.decode(
        token,
        secret,
        algorithms=["HS256"],
        issuer=DEVELOPMENT_ISSUER,
        audience=DEVELOPMENT_ISSUER,
        options={"require": ["sub", "iat", "exp", "iss", "aud"]},
    )


class Remembered:
    """Tokens that are verified once and believed until they expire."""

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self._users: dict[bytes, tuple[str, float]] = {}

    def user_of(self, authorization: bytes) -> str | None:
        """The user in the header's value, or None."""
        known = self._users.get(authorization)
        if known is not None and time.time() < known[1]:
            return known[0]
        try:
            claims = claims_of(authorization.removeprefix(b"Bearer ").decode("latin-1"), self._secret)
        except jwt.InvalidTokenError:
            return None
        if len(self._users) >= _LIMIT:
            self._users.clear()
        user_id: str = claims["sub"]
        self._users[authorization] = user_id, claims["exp"]
        return user_id
