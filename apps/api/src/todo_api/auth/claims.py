"""What a token must say (RFC 7519, section 4.1), whoever signed it."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from todo_api.auth.errors import MalformedToken, TokenProblem, TokenRejected
from todo_api.auth.verifier import Identity

DAY = 86_400
MAX_INSTANT = 2**53  # beyond it JavaScript and Python read different integers from the same digits
SUBJECT = re.compile(r"[\x20-\x7e]{1,255}")


def subject(value: object) -> str:
    """Raise MalformedToken for what cannot be a user's id: ids reach logs, keys and text columns as they are."""
    if not isinstance(value, str) or not SUBJECT.fullmatch(value):
        raise MalformedToken("The user's id (sub) must be 1 to 255 printable ASCII characters.")
    return value


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims that decide anything; all others, such as the user's row, are the issuer's and stay unread."""

    subject: str
    issuer: str
    audiences: tuple[str, ...]
    issued_at: int
    expires_at: int
    not_before: int

    @classmethod
    def parse(cls, payload: dict[str, object]) -> Self:
        """Raise MalformedToken when a required claim is missing or of the wrong type.

        Only `sub` ever names the user. The issuer signs other things than logins with the same key (a link to confirm
        an e-mail address names its user in `userId`), and none of them must pass for one.
        """
        issued_at = _instant(payload.get("iat"))
        return cls(
            subject=subject(payload.get("sub")),
            issuer=_text(payload.get("iss")),
            audiences=_audiences(payload.get("aud")),
            issued_at=issued_at,
            expires_at=_instant(payload.get("exp")),
            not_before=_instant(payload["nbf"]) if "nbf" in payload else issued_at,
        )


@dataclass(frozen=True, slots=True)
class ClaimRules:
    """Whose tokens we take, for whom they must be, and how long they may live."""

    issuer: str
    audience: str
    max_life_seconds: int = DAY
    expiry_leeway_seconds: int = 0
    skew_seconds: int = 30
    now: Callable[[], float] = time.time

    def __post_init__(self) -> None:
        if not self.issuer or not self.audience:
            raise ValueError("Tokens can only be told apart by a non-empty issuer and audience.")

    def require_short_life(self, claims: Claims) -> None:
        """Raise MalformedToken for a token that would outlive anybody's patience to revoke it."""
        if claims.expires_at - claims.issued_at > self.max_life_seconds:
            raise MalformedToken(f"The token lives longer than {self.max_life_seconds} seconds.")

    def admit(self, claims: Claims) -> Identity:
        """Raise TokenRejected unless these claims, already proven, speak to us and at this moment."""
        if claims.issuer != self.issuer or self.audience not in claims.audiences:
            raise TokenRejected(TokenProblem.WRONG_ADDRESS)
        now = self.now()
        if now >= claims.expires_at + self.expiry_leeway_seconds:
            raise TokenRejected(TokenProblem.EXPIRED)
        if max(claims.issued_at, claims.not_before) > now + self.skew_seconds:
            raise TokenRejected(TokenProblem.EXPIRED)
        return Identity(claims.subject, claims.expires_at)


def _instant(value: object) -> int:
    # A bool is an int to isinstance, and a float would make the comparison with now a matter of rounding.
    if type(value) is not int or not 0 <= value <= MAX_INSTANT:
        raise MalformedToken("An instant (exp, iat, nbf) must be a whole number of seconds.")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise MalformedToken("The issuer (iss) must be a string.")
    return value


def _audiences(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    audiences = tuple(each for each in values if isinstance(each, str))
    if not audiences or len(audiences) != len(values):
        raise MalformedToken("The audience (aud) must be a string or a list of strings.")
    return audiences
