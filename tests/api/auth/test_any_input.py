"""Whatever the text is, the answer is an identity or a refusal and never another exception."""

import random

import pytest

from api.auth.expecting import problem_with
from api.auth.forging import SECRET, claims, hmac_signature, json_bytes, segment, token
from api.auth.issuer import Issuer
from api.auth.signing_keys import SigningKey
from todo_api.auth import JwksVerifier, SharedSecret, TokenProblem

VALUES: list[object] = [
    None,
    True,
    0,
    -1,
    1.5,
    2**64,
    "",
    "\ud800",
    "\0",
    [],
    [[]],
    {},
    {"": None},
    "a" * 300,
    ["a", 1],
]
ROUNDS = 3_000


def mutated_text(good: str, dice: random.Random) -> str:
    characters = list(good)
    for _ in range(dice.randint(1, 4)):
        place = dice.randrange(len(characters))
        match dice.randrange(3):
            case 0:
                characters[place] = chr(dice.choice([dice.randrange(128), dice.randrange(0x11_0000)]))
            case 1:
                del characters[place]
            case _:
                characters.insert(place, dice.choice("._-=A+/ \n\0"))
    return "".join(characters)


@pytest.mark.parametrize("algorithm", ["EdDSA", "ES256", "ES512", "RS256", "PS256"])
async def test_a_changed_character_never_passes(algorithm: str, verifier: JwksVerifier, issuer: Issuer) -> None:
    dice = random.Random(algorithm)  # noqa: S311  a seed makes a failure repeatable
    key = SigningKey.make(algorithm)
    issuer.publish(key.jwk())
    good = key.sign()

    for _ in range(ROUNDS // 5):
        changed = mutated_text(good, dice)
        assert changed == good or await problem_with(changed, verifier) is not None


@pytest.mark.parametrize("algorithm", ["EdDSA", "ES256", "ES512", "RS256", "PS256"])
@pytest.mark.parametrize("length", [1, 31, 32, 63, 64, 65, 131, 132, 133, 255, 256, 257, 2_000])
async def test_a_signature_of_zeros_never_passes(
    algorithm: str, length: int, verifier: JwksVerifier, issuer: Issuer
) -> None:
    key = SigningKey.make(algorithm)
    issuer.publish(key.jwk())
    signing_input, _, _ = key.sign().rpartition(".")

    for filler in (b"\0", b"\xff", b"\x30"):
        forged = f"{signing_input}.{segment(filler * length)}"
        assert await problem_with(forged, verifier) is TokenProblem.WRONG_SIGNATURE


async def test_random_claims_and_headers_are_judged_and_nothing_breaks(shared_secret: SharedSecret) -> None:
    dice = random.Random("claims")  # noqa: S311  a seed makes a failure repeatable
    for _ in range(ROUNDS):
        claim = dice.choice(["sub", "iss", "aud", "exp", "iat", "nbf", "jti", "id"])
        field = dice.choice(["alg", "typ", "kid", "crit", "x5t", "enc"])
        header = {"alg": "HS256"} | ({field: dice.choice(VALUES)} if dice.random() < 0.5 else {})
        await problem_with(token(header, claims(**{claim: dice.choice(VALUES)})), shared_secret)


async def test_random_bytes_in_a_signed_token_are_judged_and_nothing_breaks(shared_secret: SharedSecret) -> None:
    dice = random.Random("bytes")  # noqa: S311  a seed makes a failure repeatable
    for _ in range(ROUNDS):
        parts = [bytearray(json_bytes({"alg": "HS256"})), bytearray(json_bytes(claims()))]
        part = dice.choice(parts)
        part[dice.randrange(len(part))] = dice.randrange(256)
        signing_input = ".".join(segment(bytes(each)) for each in parts)
        await problem_with(f"{signing_input}.{segment(hmac_signature(signing_input, SECRET))}", shared_secret)
