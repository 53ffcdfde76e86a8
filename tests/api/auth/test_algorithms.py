"""One algorithm a key, and never the one that only the header names."""

import json

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from api.auth.expecting import problem_with
from api.auth.forging import claims, token
from api.auth.issuer import Issuer
from api.auth.signing_keys import SigningKey
from todo_api.auth import JwksVerifier, TokenProblem

ALGORITHMS = ["EdDSA", "ES256", "ES512", "RS256", "PS256"]


@pytest.mark.parametrize("algorithm", ALGORITHMS)
async def test_each_algorithm_that_better_auth_offers_is_accepted(
    algorithm: str, verifier: JwksVerifier, issuer: Issuer
) -> None:
    key = SigningKey.make(algorithm)
    issuer.publish(key.jwk())

    assert await problem_with(key.sign(), verifier) is None


@pytest.mark.parametrize("algorithm", ["EdDSA", "ES256", "ES512", "RS256"])
async def test_a_key_without_alg_is_for_the_algorithm_that_its_kind_implies(
    algorithm: str, verifier: JwksVerifier, issuer: Issuer
) -> None:
    key = SigningKey.make(algorithm)
    issuer.publish(key.jwk(alg=...))

    assert await problem_with(key.sign(), verifier) is None


@pytest.mark.parametrize("algorithm", ALGORITHMS)
async def test_another_key_with_the_same_kid_is_refused(algorithm: str, verifier: JwksVerifier, issuer: Issuer) -> None:
    issuer.publish(SigningKey.make(algorithm).jwk())

    assert await problem_with(SigningKey.make(algorithm).sign(), verifier) is TokenProblem.WRONG_SIGNATURE


@pytest.mark.parametrize("published", ALGORITHMS)
@pytest.mark.parametrize("signed", ALGORITHMS)
async def test_a_key_verifies_no_other_algorithm_than_its_own(
    published: str, signed: str, verifier: JwksVerifier, issuer: Issuer
) -> None:
    key = SigningKey.make(published)
    issuer.publish(key.jwk())
    both_rsa = {published, signed} == {"RS256", "PS256"}
    other = SigningKey(key.kid, signed, key.private) if both_rsa else SigningKey.make(signed)

    assert await problem_with(other.sign(), verifier) is TokenProblem.WRONG_SIGNATURE


async def test_a_key_without_alg_is_for_that_one_algorithm_only(verifier: JwksVerifier, issuer: Issuer) -> None:
    key = SigningKey.make("PS256")
    issuer.publish(key.jwk(alg=...))

    assert await problem_with(key.sign(), verifier) is TokenProblem.WRONG_SIGNATURE


@pytest.mark.parametrize("algorithm", ["EdDSA", "ES256", "RS256"])
@pytest.mark.parametrize("alg", ["HS256", "none", "EdDSA", "ES256", "RS256"])
async def test_a_public_key_used_as_a_secret_is_refused(
    algorithm: str, alg: str, verifier: JwksVerifier, issuer: Issuer
) -> None:
    key = SigningKey.make(algorithm)
    issuer.publish(key.jwk())
    public = key.private.public_key()
    secrets = [
        public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
        public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        json.dumps(key.jwk()).encode(),
        str(key.jwk().get("x", "")).encode(),
    ]
    if algorithm == "EdDSA":
        secrets.append(public.public_bytes(Encoding.Raw, PublicFormat.Raw))

    for secret in secrets:
        forged = token({"alg": alg, "kid": key.kid}, secret=secret)
        assert await problem_with(forged, verifier) is TokenProblem.WRONG_SIGNATURE


@pytest.mark.parametrize("algorithm", ["none", "HS256", "ES256K", "ES384", "Ed448", "eddsa", ""])
async def test_an_algorithm_that_we_never_use_costs_the_issuer_no_request(
    algorithm: str, verifier: JwksVerifier, issuer: Issuer
) -> None:
    assert await problem_with(token({"alg": algorithm, "kid": "key-1"}), verifier) is TokenProblem.WRONG_SIGNATURE
    assert issuer.requests == 0


async def test_a_token_that_names_no_key_is_refused(verifier: JwksVerifier, issuer: Issuer) -> None:
    assert await problem_with(token({"alg": "EdDSA"}), verifier) is TokenProblem.WRONG_SIGNATURE
    assert issuer.requests == 0


async def test_a_token_is_refused_for_its_form_before_the_issuer_is_asked(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey
) -> None:
    assert await problem_with(key.sign(claims(sub=...)), verifier) is TokenProblem.MALFORMED
    assert issuer.requests == 0


async def test_a_key_s_token_is_held_to_the_same_rules(verifier: JwksVerifier, key: SigningKey) -> None:
    assert await problem_with(key.sign(claims(aud="https://other.test")), verifier) is TokenProblem.WRONG_ADDRESS
    assert await problem_with(key.sign(claims(exp=1, iat=0)), verifier) is TokenProblem.EXPIRED
