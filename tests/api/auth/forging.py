"""Tokens made by hand, since a library would refuse to make most of those that we have to refuse."""

import base64
import hashlib
import hmac
import json

NOW = 1_800_000_000
ISSUER = "https://auth.example.test"
AUDIENCE = "https://api.example.test"
SECRET = b"a secret for tests, long enough for HS256"


def claims(**changes: object) -> dict[str, object]:
    """Claims that are accepted at NOW, but for the changes; a claim changed to `...` is left out."""
    standard: dict[str, object] = {"sub": "ada", "iss": ISSUER, "aud": AUDIENCE, "iat": NOW, "exp": NOW + 900}
    return {name: value for name, value in (standard | changes).items() if value is not ...}


def segment(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def json_bytes(value: object) -> bytes:
    return json.dumps(value).encode("utf-8")


def hmac_signature(signing_input: str, secret: bytes = SECRET) -> bytes:
    return hmac.digest(secret, signing_input.encode("utf-8"), hashlib.sha256)


def token(header: object | None = None, payload: object | None = None, *, secret: bytes = SECRET) -> str:
    """Signed with HS256 whatever the header says; a header or payload of bytes is taken as it is."""
    parts = ({"alg": "HS256"} if header is None else header, claims() if payload is None else payload)
    header_segment, payload_segment = (segment(part if isinstance(part, bytes) else json_bytes(part)) for part in parts)
    signing_input = f"{header_segment}.{payload_segment}"
    return f"{signing_input}.{segment(hmac_signature(signing_input, secret))}"
