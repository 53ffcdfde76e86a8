"""Real private keys, and what their issuer would publish and sign with them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

from api.auth.forging import claims, json_bytes

type PrivateKey = ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

MAKERS: dict[str, Callable[[], PrivateKey]] = {
    "EdDSA": ed25519.Ed25519PrivateKey.generate,
    "ES256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "ES384": lambda: ec.generate_private_key(ec.SECP384R1()),
    "ES512": lambda: ec.generate_private_key(ec.SECP521R1()),
    "RS256": lambda: rsa.generate_private_key(65537, 2048),
    "PS256": lambda: rsa.generate_private_key(65537, 2048),
}


@dataclass(frozen=True)
class SigningKey:
    """An issuer's key with its kid and algorithm."""

    kid: str
    algorithm: str
    private: PrivateKey

    @classmethod
    def make(cls, algorithm: str = "EdDSA", kid: str = "key-1") -> Self:
        return cls(kid, algorithm, MAKERS[algorithm]())

    def jwk(self, **changes: object) -> dict[str, object]:
        """The public key as Better Auth publishes it; a field changed to `...` is left out."""
        published = _public_fields(self.private) | {"alg": self.algorithm, "kid": self.kid} | changes
        return {name: value for name, value in published.items() if value is not ...}

    def sign(self, payload: dict[str, object] | None = None, **header: object) -> str:
        """A token without `typ`, as Better Auth makes it."""
        return jwt.PyJWS().encode(
            json_bytes(claims() if payload is None else payload),
            self.private,
            algorithm=self.algorithm,
            headers={"kid": self.kid, "typ": None} | header,
        )


def _public_fields(private: PrivateKey) -> dict[str, object]:
    public = private.public_key()
    match public:
        case ed25519.Ed25519PublicKey():
            fields = jwt.algorithms.OKPAlgorithm.to_jwk(public, as_dict=True)
        case ec.EllipticCurvePublicKey():
            fields = jwt.algorithms.ECAlgorithm.to_jwk(public, as_dict=True)
        case rsa.RSAPublicKey():
            fields = jwt.algorithms.RSAAlgorithm.to_jwk(public, as_dict=True)
            del fields["key_ops"]
    return dict(fields)
