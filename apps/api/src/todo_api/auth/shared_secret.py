"""Tokens signed with a secret that the issuer and this API both hold (HS256), and how to make one."""

import base64

import jwt

from todo_api.auth.claims import ClaimRules, subject
from todo_api.auth.compact import UnverifiedToken
from todo_api.auth.verifier import Identity

ALGORITHM = "HS256"
MIN_SECRET_BYTES = 32  # RFC 7518, section 3.2: no shorter than the hash


class SharedSecret:
    """A TokenVerifier for HS256 and for no other algorithm."""

    generation: int | None = 0

    def __init__(self, secret: str | bytes, rules: ClaimRules) -> None:
        """Raise ValueError for a secret that is too short, or that is a key pasted into the wrong place."""
        self._key = _hmac_key(secret)
        self._rules = rules

    async def start(self) -> None:
        """Nothing to make ready: the secret is at hand."""

    async def verify(self, token: str) -> Identity:
        claims = UnverifiedToken.parse(token, self._rules).verified_by(self._key)
        return self._rules.admit(claims)

    async def close(self) -> None:
        """Nothing to let go of."""


def mint(secret: str | bytes, rules: ClaimRules, *, user_id: str, lifetime_seconds: int) -> str:
    """A token that a SharedSecret of the same secret and rules accepts from now on, until its life ends.

    Raises ValueError for a user's id that could not be verified, or a life longer than the rules allow.
    """
    if not 0 < lifetime_seconds <= rules.max_life_seconds:
        raise ValueError(f"A token lives at least 1 and at most {rules.max_life_seconds} seconds.")
    issued_at = int(rules.now())
    payload = {
        "sub": subject(user_id),
        "iss": rules.issuer,
        "aud": rules.audience,
        "iat": issued_at,
        "exp": issued_at + lifetime_seconds,
    }
    return jwt.encode(payload, _hmac_key(secret))


def _hmac_key(secret: str | bytes) -> jwt.PyJWK:
    raw = secret.encode("utf-8") if isinstance(secret, str) else secret
    if len(raw) < MIN_SECRET_BYTES:
        raise ValueError(f"The shared secret must be at least {MIN_SECRET_BYTES} bytes long; make one at random.")
    key = jwt.PyJWK({"kty": "oct", "k": base64.urlsafe_b64encode(raw).decode("ascii")}, ALGORITHM)
    try:
        # A public key is known to everybody: whoever configured one here would let everybody sign.
        key.Algorithm.prepare_key(raw)
    except jwt.InvalidKeyError as error:
        raise ValueError("The shared secret is a key in PEM, DER, SSH or JWK form; it must be random bytes.") from error
    return key
