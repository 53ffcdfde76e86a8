"""The issuer's published keys (a JWK Set, RFC 7517), without those that we would not verify with."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Self

import jwt
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from todo_api.auth.roca import is_guessable
from todo_api.auth.strict_json import NotStrictJson, parse_object

type Jwk = dict[str, object]

MIN_RSA_BITS = 2048  # RFC 7518, section 3.3

# What a key has to be for each algorithm. None is symmetric: with one, the published key would be the secret.
KEY_KINDS: dict[str, tuple[str, str | None]] = {
    "EdDSA": ("OKP", "Ed25519"),
    "ES256": ("EC", "P-256"),
    "ES512": ("EC", "P-521"),
    "RS256": ("RSA", None),
    "PS256": ("RSA", None),
}
ALGORITHMS = frozenset(KEY_KINDS)


class NotAKeySet(ValueError):
    """Why a document gives us no keys, for the log."""


@dataclass(frozen=True, slots=True)
class KeySet:
    """Usable keys by their kid, each bound to one algorithm; two sets are equal when the same keys were published."""

    published: dict[str, Jwk]
    _keys: dict[str, jwt.PyJWK] = field(compare=False, repr=False)

    @classmethod
    def parse(cls, document: bytes) -> Self:
        """Raise NotAKeySet for a document that is no JWK Set or has no key that we would use."""
        try:
            members = parse_object(document).get("keys")
        except NotStrictJson as error:
            raise NotAKeySet(str(error)) from error
        if not isinstance(members, list):
            raise NotAKeySet("The key set has no list of keys.")
        named = [(jwk["kid"], jwk) for jwk in members if isinstance(jwk, dict) and isinstance(jwk.get("kid"), str)]
        # Which of two keys an ambiguous kid means would depend on their order in the document: it means neither.
        uses = Counter(kid for kid, _ in named)
        keys = {kid: (jwk, key) for kid, jwk in named if uses[kid] == 1 and (key := _usable_key(jwk))}
        if not keys:
            raise NotAKeySet("The key set has no key that can verify a token.")
        return cls({kid: jwk for kid, (jwk, _) in keys.items()}, {kid: key for kid, (_, key) in keys.items()})

    def find(self, key_id: str) -> jwt.PyJWK | None:
        return self._keys.get(key_id)


def _usable_key(jwk: Jwk) -> jwt.PyJWK | None:
    algorithm = _algorithm(jwk)
    if algorithm is None or not _is_for_verifying(jwk):
        return None
    try:
        key = jwt.PyJWK(jwk, algorithm)
    except (jwt.PyJWTError, UnsupportedAlgorithm):  # the second for a curve that this build of OpenSSL lacks
        return None
    if isinstance(key.key, RSAPublicKey) and _is_weak(key.key):
        return None
    return key


def _is_weak(key: RSAPublicKey) -> bool:
    return key.key_size < MIN_RSA_BITS or is_guessable(key.public_numbers().n)


def _algorithm(jwk: Jwk) -> str | None:
    """The key's own `alg`, else the first that its kind implies; None when there is none or the two disagree."""
    kind = (jwk.get("kty"), jwk.get("crv"))
    possible = [algorithm for algorithm, kind_of_key in KEY_KINDS.items() if kind_of_key == kind]
    if "alg" not in jwk:
        return next(iter(possible), None)
    return next((algorithm for algorithm in possible if algorithm == jwk["alg"]), None)


def _is_for_verifying(jwk: Jwk) -> bool:
    operations = jwk.get("key_ops", ["verify"])
    return (
        jwk.get("use", "sig") == "sig"
        and isinstance(operations, list)
        and "verify" in operations
        # Whoever publishes the private half lets everybody sign.
        and "d" not in jwk
    )
