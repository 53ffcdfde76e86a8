"""A JWT in its compact form (RFC 7515, section 3.1), read strictly before anything in it is believed."""

import base64
import re
from dataclasses import dataclass, field
from typing import Self

import jwt

from todo_api.auth.claims import ClaimRules, Claims
from todo_api.auth.errors import MalformedToken, TokenProblem, TokenRejected
from todo_api.auth.header import Header
from todo_api.auth.strict_json import NotStrictJson, parse_object

MAX_LENGTH = 8 * 1024
SEGMENT = re.compile(r"[A-Za-z0-9_-]+")

_jws = jwt.PyJWS(options={"enforce_minimum_key_length": True})


@dataclass(frozen=True, slots=True)
class UnverifiedToken:
    """A well-formed token; its claims can only be had for a key that verifies it."""

    header: Header
    _claims: Claims
    _text: str = field(repr=False)

    @classmethod
    def parse(cls, text: str, rules: ClaimRules) -> Self:
        """Raise TokenRejected when the text is not in every detail a token that we could accept."""
        try:
            header, payload = _segments(text)
            token = cls(Header.parse(parse_object(header)), Claims.parse(parse_object(payload)), text)
            rules.require_short_life(token._claims)
        except (MalformedToken, NotStrictJson) as error:
            raise TokenRejected(TokenProblem.MALFORMED) from error
        return token

    def verified_by(self, key: jwt.PyJWK) -> Claims:
        """Raise TokenRejected unless the key's owner signed exactly this text with the key's own algorithm."""
        try:
            _jws.decode_complete(self._text, key, algorithms=[key.algorithm_name])
        except jwt.PyJWTError as error:
            raise TokenRejected(TokenProblem.WRONG_SIGNATURE) from error
        return self._claims


def _segments(text: str) -> tuple[bytes, bytes]:
    """The header and the payload, once the signature too is known to be canonical base64url."""
    if len(text) > MAX_LENGTH:
        raise MalformedToken("The token is longer than 8 KiB.")
    segments = text.split(".")
    if len(segments) != 3:  # noqa: PLR2004  the compact form's header, payload and signature
        raise MalformedToken("The token does not have three parts.")
    header, payload, _ = map(_decoded, segments)
    return header, payload


def _decoded(segment: str) -> bytes:
    # Python's decoder skips what it does not know and drops stray bits, so that many texts would be the same token, and
    # a token cache or a revocation list that goes by the text could be walked around.
    if not SEGMENT.fullmatch(segment) or len(segment) % 4 == 1:
        raise MalformedToken("A part of the token is not base64url.")
    decoded = base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4))
    if base64.urlsafe_b64encode(decoded).rstrip(b"=") != segment.encode("ascii"):
        raise MalformedToken("A part of the token is not canonical base64url.")
    return decoded
