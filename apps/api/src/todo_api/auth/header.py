"""The JOSE header (RFC 7515, section 4): which key and which algorithm the token claims, and nothing that steers us."""

from dataclasses import dataclass
from typing import Self

from todo_api.auth.errors import MalformedToken

# Each of these asks the verifier to fetch a key, to trust one that the token brought along, to decompress, or to read
# the payload in another way. A token that needs no such favour is the only kind we accept.
FORBIDDEN = frozenset({"b64", "crit", "cty", "jku", "jwk", "x5c", "x5u", "zip"})
TYPES = frozenset({"jwt", "at+jwt"})


@dataclass(frozen=True, slots=True)
class Header:
    """A header that has been read, not believed: both fields are still the sender's word."""

    algorithm: str
    key_id: str | None

    @classmethod
    def parse(cls, fields: dict[str, object]) -> Self:
        """Raise MalformedToken when a field is missing, forbidden or of the wrong type."""
        if forbidden := FORBIDDEN & fields.keys():
            raise MalformedToken(f"The header holds {', '.join(sorted(forbidden))}.")
        algorithm = fields.get("alg")
        if not isinstance(algorithm, str):
            raise MalformedToken("The header's alg is not a string.")
        # Better Auth leaves typ out, as RFC 7519 allows.
        kind = fields.get("typ", "JWT")
        if not isinstance(kind, str) or kind.lower() not in TYPES:
            raise MalformedToken("The header's typ is not that of an access token.")
        key_id = fields.get("kid")
        if "kid" in fields and not isinstance(key_id, str):
            raise MalformedToken("The header's kid is not a string.")
        return cls(algorithm, key_id if isinstance(key_id, str) else None)
