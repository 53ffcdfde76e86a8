"""What every way of verifying a token has in common."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Identity:
    """Who asks, and until which second of Unix time the token that said so may be believed."""

    user_id: str
    expires_at: int


class TokenVerifier(Protocol):
    """Turns a compact JWT (RFC 7519) into an identity."""

    @property
    def generation(self) -> int | None:
        """Grows whenever the trusted keys change: identities remembered under an older number must be forgotten.

        None while it is not known whether the keys are still trusted; then nothing may be remembered at all.
        """

    async def start(self) -> None:
        """Make ready before the first request; an issuer that is down does not stop the API from starting."""

    async def verify(self, token: str) -> Identity:
        """Raise TokenRejected or IssuerUnavailable, and nothing else, whatever the token is."""

    async def close(self) -> None:
        """Let go of connections and running tasks."""
