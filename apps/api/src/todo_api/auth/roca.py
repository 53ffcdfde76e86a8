"""RSA keys of a generator whose private half can be computed from the public one (ROCA, CVE-2017-15361).

Its primes are powers of 65537 modulo the product of the first 126 primes (for 2048 bits; of more for longer keys), and
so is the product of two of them, the modulus. Of sound keys one in 10^50 looks like that, too.
"""

GENERATOR = 65_537
PRIMES = tuple(number for number in range(3, 702) if all(number % divisor for divisor in range(2, number)))


def _powers(prime: int) -> frozenset[int]:
    powers, power = set[int](), 1
    while power not in powers:
        powers.add(power)
        power = power * GENERATOR % prime
    return frozenset(powers)


_POWERS = {prime: _powers(prime) for prime in PRIMES}


def is_guessable(modulus: int) -> bool:
    """Whether the modulus has the generator's fingerprint."""
    return all(modulus % prime in powers for prime, powers in _POWERS.items())
