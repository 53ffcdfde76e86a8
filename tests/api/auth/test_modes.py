"""Every trick with a token, as bytes on a socket, against both ways to trust an issuer: 401, and nothing worse."""

import json
import time
from collections.abc import AsyncIterator

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from api.auth.forging import AUDIENCE, ISSUER, SECRET, hmac_signature, json_bytes, segment
from api.auth.modes import KEY, Mode, timely, with_keys, with_secret
from api.auth.signing_keys import SigningKey
from api.auth.test_better_auth import CONFUSABLE
from cluster import Cluster
from running import Api

MALFORMED, WRONG_SIGNATURE, WRONG_ADDRESS, EXPIRED = (
    (401, f"token_{problem}") for problem in ("malformed", "wrong_signature", "wrong_address", "expired")
)
FAVOURS: dict[str, object] = {
    "jku": "https://evil.example/jwks",
    "x5u": "https://evil.example/key.pem",
    "jwk": KEY.jwk(),
    "x5c": ["MIIB"],
    "crit": ["exp"],
    "b64": False,
    "zip": "DEF",
    "cty": "JWT",
}
INSTANTS = [b"NaN", b"Infinity", b"-Infinity", b"-1", b'"9999999999"', b"1e400", b"1" + b"0" * 400, b"2e9", b"true"]
INSTANTS += [b"null", b"[]", b"{}", b"9" * 5_000, b"9007199254740993", b"-0.0"]


@pytest.fixture(scope="module", params=["keys", "secret"])
async def mode(request: pytest.FixtureRequest, cluster: Cluster, plain_api: Api) -> AsyncIterator[Mode]:
    url = cluster.url(plain_api.database.database)
    if request.param == "keys":
        async with with_keys(url) as (mode, _):
            yield mode
    else:
        async with with_secret(url) as mode:
            yield mode


async def test_a_good_token_gets_in(mode: Mode) -> None:
    assert await mode.code(mode.token()) == (200, None)


@pytest.mark.parametrize("alg", ["none", "None", "NONE", "HS256", "HS384", "HS512", "RS256", "ES256", "EdDSA", ""])
async def test_the_algorithm_is_not_the_senders_to_choose(mode: Mode, alg: str) -> None:
    claims = timely()
    header, payload = segment(json_bytes(mode.header | {"alg": alg})), segment(json_bytes(claims))
    public = KEY.private.public_key()
    secrets = [
        public.public_bytes(Encoding.Raw, PublicFormat.Raw),
        public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
        json.dumps(KEY.jwk()).encode(),
        b"",
        bytes(32),
    ]
    for secret in secrets:
        signature = segment(hmac_signature(f"{header}.{payload}", secret))
        assert await mode.code(f"{header}.{payload}.{signature}") == WRONG_SIGNATURE
    assert await mode.code(f"{header}.{payload}.") == MALFORMED
    if alg != mode.header["alg"]:
        assert await mode.code(mode.token(mode.header | {"alg": alg})) == WRONG_SIGNATURE


@pytest.mark.parametrize("algorithm", ["EdDSA", "ES256", "ES512", "RS256", "PS256"])
async def test_a_strangers_key_by_the_same_name_is_a_strangers(mode: Mode, algorithm: str) -> None:
    forged = SigningKey.make(algorithm, KEY.kid).sign(timely())

    assert await mode.code(forged) == WRONG_SIGNATURE


@pytest.mark.parametrize("field", FAVOURS)
async def test_a_header_asks_for_no_favours(mode: Mode, field: str) -> None:
    assert await mode.code(mode.token(mode.header | {field: FAVOURS[field]})) == MALFORMED


@pytest.mark.parametrize("kid", [1, None, [], {}, True])
async def test_a_kid_is_a_string(mode: Mode, kid: object) -> None:
    assert await mode.code(mode.token(mode.header | {"kid": kid})) == MALFORMED


async def test_a_kid_is_a_name_and_no_path_and_no_statement(mode: Mode) -> None:
    expected = (200, None) if mode.header["alg"] == "HS256" else WRONG_SIGNATURE  # one secret has no name
    for kid in ("", "../../dev/null", "' OR 1=1 --", "\0", "\ud800", "a" * 4_000, f"{KEY.kid}\0", f"{KEY.kid} "):
        assert await mode.code(mode.token(mode.header | {"kid": kid})) == expected, kid


@pytest.mark.parametrize("claim", ["exp", "iat", "nbf"])
async def test_an_instant_is_a_whole_number_of_seconds(mode: Mode, claim: str) -> None:
    rest = json_bytes(timely(**{claim: ...}))[:-1]

    for value in INSTANTS:
        assert await mode.code(mode.token(payload=rest + b',"%b":%b}' % (claim.encode(), value))) == MALFORMED, value


@pytest.mark.parametrize("claim", ["sub", "iss", "aud", "exp", "iat"])
async def test_a_required_claim_is_there(mode: Mode, claim: str) -> None:
    assert await mode.code(mode.token(payload=timely(**{claim: ...}))) == MALFORMED


async def test_a_life_has_its_bounds(mode: Mode) -> None:
    now = int(time.time())

    assert await mode.code(mode.token(payload=timely(exp=now + 86_401 + 60))) == MALFORMED
    assert await mode.code(mode.token(payload=timely(exp=2**53 - 1))) == MALFORMED
    assert await mode.code(mode.token(payload=timely(iat=now - 900, exp=now))) == EXPIRED
    assert await mode.code(mode.token(payload=timely(iat=0, exp=1))) == EXPIRED
    assert await mode.code(mode.token(payload=timely(nbf=now + 600))) == EXPIRED
    assert await mode.code(mode.token(payload=timely(iat=now + 600))) == EXPIRED


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://evil.example"},
        {"iss": f"{ISSUER}/"},
        {"aud": "https://evil.test"},
        {"aud": [f"{AUDIENCE}/"]},
    ],
    ids=str,
)
async def test_a_token_is_from_our_issuer_and_for_us(mode: Mode, changes: dict[str, object]) -> None:
    assert await mode.code(mode.token(payload=timely(**changes))) == WRONG_ADDRESS


async def test_json_has_one_reading(mode: Mode) -> None:
    good = json_bytes(timely())
    for payload in (
        good[:-1] + b',"sub":"bob"}',
        good[:-1] + b',"s\\u0075b":"bob"}',
        good[:-1] + b',"user":{"a":1,"a":2}}',
        b"\xef\xbb\xbf" + good,
        good.decode().encode("utf-16"),
        good + b"{}",
        good[:-1] + b',"name":"\xff"}',
        b"[" * 4_000,
        b'{"a":' * 800 + b"1" + b"}" * 800,
    ):
        assert await mode.code(mode.token(payload=payload)) == MALFORMED, payload[:40]
    alg = json.dumps(mode.header["alg"]).encode()
    twice = json_bytes(mode.header)[:-1] + b',"alg":' + alg + b"}"
    assert await mode.code(mode.token(twice)) == MALFORMED


async def test_base64url_has_one_spelling(mode: Mode) -> None:
    header, payload, signature = mode.token().split(".")
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    neighbour = alphabet[alphabet.index(signature[-1]) ^ 1]  # neither 32 nor 64 bytes fill their last character
    for token in (
        f"{header}.{payload}.{signature[:-1]}{neighbour}",
        f"{header}.{payload}.{signature}=",
        f"{header}.{payload}.{signature}==",
        mode.signed(f"{header}.{payload}="),
        mode.signed(f"{header}.{payload[:8]}!!!!{payload[8:]}"),
        mode.signed(f"{header}.{payload[:8]}+/{payload[8:]}"),
        mode.signed(f"{header}.{payload[:8]}\t{payload[8:]}"),
    ):
        assert await mode.code(token) == MALFORMED, token


async def test_a_token_is_ascii_in_three_parts_of_8_kib_at_most(mode: Mode) -> None:
    good = mode.token().encode()
    long = mode.token(payload=timely(note="x" * 6_200)).encode()

    assert len(long) > 8 * 1024
    for token in (
        *(long, b"a" * 8_193, b"." * 60_000, b"a", b".", b"..", b"...", good + b".", b"." + good, good + b"." + good),
        *(good + b"\xe9", b"\xc3\xa9" + good, good[:40] + b"\x80" + good[41:], good.replace(b".", b". ")),
        *(good + b"," + good, good.rpartition(b".")[0], good.rpartition(b".")[0] + b"."),
    ):
        assert await mode.code(token) == MALFORMED, token[-60:]


@pytest.mark.parametrize("payload", CONFUSABLE.values(), ids=CONFUSABLE.keys())
async def test_what_the_issuer_signs_besides_logins_is_no_login(mode: Mode, payload: dict[str, object]) -> None:
    instants = timely()
    kept = payload | {"iat": instants["iat"], "exp": instants["exp"]}

    for forged in (kept, kept | {"iss": ISSUER, "aud": AUDIENCE}):
        assert await mode.code(mode.token(payload=forged)) == MALFORMED


async def test_another_secret_signs_nothing(mode: Mode) -> None:
    header, payload, _ = mode.token().split(".")
    for secret in (SECRET[:-1], SECRET + b"x", b"", segment(SECRET).encode()):
        signature = segment(hmac_signature(f"{header}.{payload}", secret))
        assert await mode.code(f"{header}.{payload}.{signature}") == WRONG_SIGNATURE


async def test_who_was_never_told_a_key_asks_to_come_again(cluster: Cluster, plain_api: Api) -> None:
    async with with_keys(cluster.url(plain_api.database.database), status="500 Oops") as (mode, _):
        for token in (mode.token(), SigningKey.make().sign(timely())):
            assert await mode.code(token) == (503, "issuer_unavailable")
        for token in (mode.token(mode.header | {"alg": "none"}), mode.token(mode.header | {"zip": "DEF"})):
            assert (await mode.code(token))[0] == 401


async def test_who_was_told_them_once_goes_on_without_the_issuer(cluster: Cluster, plain_api: Api) -> None:
    async with with_keys(cluster.url(plain_api.database.database)) as (mode, issuer):
        await issuer.stop()

        assert await mode.code(mode.token(payload=timely(sub="somebody new"))) == (200, None)
        assert await mode.code(SigningKey.make(kid="never seen").sign(timely())) == WRONG_SIGNATURE
