"""HS256 with a secret that both sides hold."""

import json

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from api.auth.expecting import problem_with
from api.auth.forging import NOW, SECRET, claims, segment, token
from api.auth.signing_keys import SigningKey
from todo_api.auth import ClaimRules, Identity, SharedSecret, TokenProblem, mint

PUBLIC_KEY = SigningKey.make("ES256")


async def test_a_minted_token_is_accepted_until_it_expires(rules: ClaimRules) -> None:
    minted = mint(SECRET, rules, user_id="ada", lifetime_seconds=60)

    assert await SharedSecret(SECRET, rules).verify(minted) == Identity("ada", NOW + 60)


async def test_a_secret_may_be_text(rules: ClaimRules) -> None:
    secret = "ein längeres Geheimnis für Prüfungen"

    assert await problem_with(token(secret=secret.encode()), SharedSecret(secret, rules)) is None


@pytest.mark.parametrize("lifetime", [-1, 0, 86_401])
def test_a_life_that_would_be_refused_is_not_minted(lifetime: int, rules: ClaimRules) -> None:
    with pytest.raises(ValueError, match="at least 1 and at most 86400 seconds"):
        mint(SECRET, rules, user_id="ada", lifetime_seconds=lifetime)


@pytest.mark.parametrize("user_id", ["", "é", "a" * 256, "a\0"])
def test_a_user_id_that_would_be_refused_is_not_minted(user_id: str, rules: ClaimRules) -> None:
    with pytest.raises(ValueError, match="printable ASCII"):
        mint(SECRET, rules, user_id=user_id, lifetime_seconds=60)


@pytest.mark.parametrize("secret", ["", "x" * 31, b"x" * 31])
def test_a_secret_shorter_than_its_hash_is_refused(secret: str | bytes, rules: ClaimRules) -> None:
    with pytest.raises(ValueError, match="at least 32 bytes"):
        SharedSecret(secret, rules)


@pytest.mark.parametrize(
    "secret",
    [
        PUBLIC_KEY.private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        PUBLIC_KEY.private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
        PUBLIC_KEY.private.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH),
        json.dumps(PUBLIC_KEY.jwk()),
    ],
    ids=["PEM", "DER", "SSH", "JWK"],
)
def test_a_public_key_is_not_a_secret(secret: str | bytes, rules: ClaimRules) -> None:
    with pytest.raises(ValueError, match="must be random bytes"):
        SharedSecret(secret, rules)


async def test_another_secret_s_token_is_refused(shared_secret: SharedSecret) -> None:
    forged = token(secret=b"some other secret that is long enough for HS256")

    assert await problem_with(forged, shared_secret) is TokenProblem.WRONG_SIGNATURE


async def test_a_changed_payload_is_refused(shared_secret: SharedSecret) -> None:
    header, _, signature = token().split(".")
    payload = segment(json.dumps(claims(sub="bob")).encode())

    assert await problem_with(f"{header}.{payload}.{signature}", shared_secret) is TokenProblem.WRONG_SIGNATURE


@pytest.mark.parametrize("algorithm", ["HS384", "HS512"])
async def test_a_stronger_hash_with_the_right_secret_is_refused_too(
    algorithm: str, shared_secret: SharedSecret
) -> None:
    signed = jwt.PyJWS().encode(json.dumps(claims()).encode(), SECRET + bytes(64), algorithm=algorithm)

    assert await problem_with(signed, shared_secret) is TokenProblem.WRONG_SIGNATURE


@pytest.mark.parametrize("algorithm", ["none", "None", "nOnE", "", "hs256", "HS256 ", "EdDSA", "RS256", "HS257"])
async def test_the_header_cannot_talk_us_into_another_algorithm(algorithm: str, shared_secret: SharedSecret) -> None:
    assert await problem_with(token({"alg": algorithm}), shared_secret) is TokenProblem.WRONG_SIGNATURE


@pytest.mark.parametrize("algorithm", ["EdDSA", "ES256", "RS256"])
async def test_a_private_key_s_token_is_refused(algorithm: str, shared_secret: SharedSecret) -> None:
    assert await problem_with(SigningKey.make(algorithm).sign(), shared_secret) is TokenProblem.WRONG_SIGNATURE


async def test_a_secret_never_changes_its_generation(shared_secret: SharedSecret) -> None:
    await shared_secret.start()
    await shared_secret.close()

    assert shared_secret.generation == 0
