"""Which published keys count."""

import pytest
from cryptography.hazmat.primitives.asymmetric import ed448, ed25519, rsa

from api.auth.forging import SECRET, json_bytes, segment
from api.auth.signing_keys import SigningKey
from todo_api.auth.key_set import KeySet, NotAKeySet

GOOD = SigningKey.make("EdDSA", "good")
PRIVATE = ed25519.Ed25519PrivateKey.generate()
ODD = SigningKey("odd", "EdDSA", PRIVATE)
EC = SigningKey.make("ES256", "odd")
RSA = SigningKey.make("RS256", "odd")
WEAK = SigningKey("odd", "RS256", rsa.generate_private_key(65537, 1024))  # noqa: S505  weak on purpose
ED448 = segment(ed448.Ed448PrivateKey.generate().public_key().public_bytes_raw())


def key_set(*members: object) -> KeySet:
    return KeySet.parse(json_bytes({"keys": members}))


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param({"kty": "oct", "k": segment(SECRET), "alg": "HS256", "kid": "odd"}, id="symmetric"),
        pytest.param({"kty": "oct", "k": segment(SECRET), "alg": "EdDSA", "kid": "odd"}, id="symmetric in disguise"),
        pytest.param(ODD.jwk(use="enc"), id="for encryption"),
        pytest.param(ODD.jwk(use=None), id="for null"),
        pytest.param(ODD.jwk(key_ops=["sign"]), id="for signing only"),
        pytest.param(ODD.jwk(key_ops=[]), id="for nothing"),
        pytest.param(ODD.jwk(key_ops="verify"), id="key_ops not a list"),
        pytest.param(ODD.jwk(d=segment(PRIVATE.private_bytes_raw())), id="private"),
        pytest.param(ODD.jwk(kid=...), id="without kid"),
        pytest.param(ODD.jwk(kid=1), id="kid a number"),
        pytest.param(ODD.jwk(kid=["odd"]), id="kid a list"),
        pytest.param(ODD.jwk(alg="RS256"), id="alg of another kind of key"),
        pytest.param(ODD.jwk(alg=None), id="alg null"),
        pytest.param(ODD.jwk(alg=["EdDSA"]), id="alg a list"),
        pytest.param(ODD.jwk(alg="none"), id="alg none"),
        pytest.param(ODD.jwk(kty="RSA"), id="kty of another key"),
        pytest.param(ODD.jwk(kty=["OKP"]), id="kty a list"),
        pytest.param(ODD.jwk(crv="X25519"), id="a curve that cannot sign"),
        pytest.param(ODD.jwk(crv="Ed448", x=ED448), id="Ed448"),
        pytest.param(ODD.jwk(x=...), id="without x"),
        pytest.param(ODD.jwk(x=7), id="x a number"),
        pytest.param(ODD.jwk(x="AAAA"), id="x too short"),
        pytest.param(ODD.jwk(x="é"), id="x not base64"),
        pytest.param(EC.jwk(y=EC.jwk()["x"]), id="a point that is not on the curve"),
        pytest.param(EC.jwk(alg="ES512"), id="a curve too small for its alg"),
        pytest.param(SigningKey.make("ES384", "odd").jwk(), id="ES384"),
        pytest.param(RSA.jwk(n="AA"), id="RSA with a modulus of nothing"),
        pytest.param(RSA.jwk(e="AQ"), id="RSA with exponent 1"),
        pytest.param(RSA.jwk(e=..., n=...), id="RSA without numbers"),
        pytest.param(WEAK.jwk(), id="RSA of 1024 bits"),
        pytest.param("odd", id="a string"),
        pytest.param(None, id="null"),
        pytest.param([], id="a list"),
    ],
)
def test_a_key_that_we_would_not_use_is_ignored_and_the_others_count(odd: object) -> None:
    keys = key_set(odd, GOOD.jwk())

    assert keys.find("good") is not None
    assert keys.find("odd") is None


@pytest.mark.parametrize(
    "changes", [{}, {"use": "sig"}, {"key_ops": ["verify"]}, {"alg": ...}, {"x5t": "unread"}], ids=str
)
def test_a_key_for_verifying_counts(changes: dict[str, object]) -> None:
    assert key_set(ODD.jwk(**changes)).find("odd") is not None


@pytest.mark.parametrize("twin", [ODD, EC, RSA], ids=["the same", "EC", "RSA"])
def test_a_kid_that_names_two_keys_names_none(twin: SigningKey) -> None:
    keys = key_set(ODD.jwk(), GOOD.jwk(), twin.jwk())

    assert keys.find("odd") is None
    assert keys.find("good") is not None


def test_a_symmetric_twin_takes_the_name_away_too() -> None:
    twin = {"kty": "oct", "k": segment(SECRET), "alg": "HS256", "kid": "odd"}

    for members in ([ODD.jwk(), twin, GOOD.jwk()], [twin, ODD.jwk(), GOOD.jwk()]):
        assert key_set(*members).find("odd") is None


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"<html>", id="a page"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b"{}", id="no keys member"),
        pytest.param(b'{"keys":{}}', id="keys an object"),
        pytest.param(b'{"keys":[]}', id="no keys"),
        pytest.param(b'{"keys":[{}]}', id="an empty key"),
        pytest.param(json_bytes({"keys": [WEAK.jwk()]}), id="weak keys only"),
        pytest.param(b'{"keys":[],' + json_bytes({"keys": [GOOD.jwk()]})[1:], id="keys twice"),
        pytest.param(b"\xff", id="not UTF-8"),
        pytest.param(b"[" * 60_000, id="deep"),
    ],
)
def test_a_document_without_a_usable_key_is_no_key_set(document: bytes) -> None:
    with pytest.raises(NotAKeySet):
        KeySet.parse(document)


def test_key_sets_are_equal_when_the_same_usable_keys_were_published() -> None:
    assert key_set(GOOD.jwk(), EC.jwk()) == key_set(EC.jwk(), GOOD.jwk(), WEAK.jwk(kid="weak"))
    assert key_set(GOOD.jwk()) != key_set(GOOD.jwk(x=ODD.jwk()["x"]))
