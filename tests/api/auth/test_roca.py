"""RSA keys that anybody could have broken are no keys, though they sign and verify like all others."""

import random
from math import prod

from cryptography.hazmat.primitives.asymmetric import rsa

from api.auth.expecting import problem_with
from api.auth.issuer import Issuer
from api.auth.signing_keys import SigningKey
from todo_api.auth import JwksVerifier, TokenProblem
from todo_api.auth.roca import GENERATOR, PRIMES, is_guessable

EXPONENT = 65_537


def is_prime(number: int) -> bool:
    """As good as surely: the Miller-Rabin test, eight times."""
    odd, twos = number - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    return all(_is_witness_for(base, number, odd, twos) for base in (2, 3, 5, 7, 11, 13, 17, 19))


def _is_witness_for(base: int, number: int, odd: int, twos: int) -> bool:
    power = pow(base, odd, number)
    return power == 1 or any(pow(power, 2**squarings, number) == number - 1 for squarings in range(twos))


def weak_prime(dice: random.Random, bits: int) -> int:
    """As the flawed generator made them: k * M + (65537 ** a modulo M)."""
    primorial = 2 * prod(PRIMES)
    while True:
        factor = dice.randrange(3 * 2 ** (bits - 2) // primorial, 2**bits // primorial)
        number = factor * primorial + pow(GENERATOR, dice.getrandbits(100), primorial)
        if is_prime(number):
            return number


def weak_key() -> SigningKey:
    dice = random.Random("ROCA")  # noqa: S311  a weak key is wanted
    p, q = weak_prime(dice, 1024), weak_prime(dice, 1024)
    d = pow(EXPONENT, -1, (p - 1) * (q - 1))
    public = rsa.RSAPublicNumbers(EXPONENT, p * q)
    numbers = rsa.RSAPrivateNumbers(
        p, q, d, rsa.rsa_crt_dmp1(d, p), rsa.rsa_crt_dmq1(d, q), rsa.rsa_crt_iqmp(p, q), public
    )
    return SigningKey("weak", "RS256", numbers.private_key())


async def test_a_guessable_key_verifies_nothing(verifier: JwksVerifier, issuer: Issuer, key: SigningKey) -> None:
    weak = weak_key()
    issuer.publish(key.jwk(), weak.jwk())

    assert await problem_with(weak.sign(), verifier) is TokenProblem.WRONG_SIGNATURE
    assert await problem_with(key.sign(), verifier) is None


def test_sound_keys_are_not_taken_for_guessable_ones() -> None:
    for _ in range(3):
        assert not is_guessable(rsa.generate_private_key(EXPONENT, 2048).public_key().public_numbers().n)
