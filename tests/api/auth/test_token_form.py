"""A token is refused for its form before anything in it is believed, even when it is properly signed."""

import pytest

from api.auth.expecting import problem_with
from api.auth.forging import SECRET, claims, hmac_signature, json_bytes, segment, token
from todo_api.auth import Identity, SharedSecret, TokenProblem

GOOD = token()
HEADER, PAYLOAD, SIGNATURE = GOOD.split(".")


def with_payload_segment(payload: str) -> str:
    return f"{HEADER}.{payload}.{segment(hmac_signature(f'{HEADER}.{payload}'))}"


def with_signature_of_other_trailing_bits() -> str:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    # 32 bytes leave two unused bits in the last of 43 characters: its neighbour decodes to the same bytes.
    return GOOD[:-1] + alphabet[alphabet.index(GOOD[-1]) ^ 1]


def with_claim(raw_member: bytes) -> str:
    return token(payload=json_bytes(claims())[:-1] + b"," + raw_member + b"}")


async def test_a_well_formed_token_is_accepted(shared_secret: SharedSecret) -> None:
    identity = await shared_secret.verify(GOOD)

    assert identity == Identity("ada", 1_800_000_900)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(".", id="a dot"),
        pytest.param("..", id="two dots"),
        pytest.param("...", id="three dots"),
        pytest.param("Bearer " + GOOD, id="the scheme still in front"),
        pytest.param(f"{HEADER}.{PAYLOAD}", id="two parts"),
        pytest.param(f"{HEADER}.{PAYLOAD}.", id="no signature"),
        pytest.param(f"{HEADER}..{SIGNATURE}", id="no payload"),
        pytest.param(f".{PAYLOAD}.{SIGNATURE}", id="no header"),
        pytest.param(f"{GOOD}.{SIGNATURE}", id="four parts"),
        pytest.param(f"{GOOD}.{SIGNATURE}.{SIGNATURE}", id="five parts, as an encrypted token has"),
        pytest.param(f"{GOOD}=", id="padding"),
        pytest.param(f"{GOOD}\n", id="a trailing newline"),
        pytest.param(f"{GOOD} ", id="a trailing space"),
        pytest.param(f"{GOOD}AA", id="a length that base64 never has"),
        pytest.param(with_payload_segment(PAYLOAD[:8] + "\n" + PAYLOAD[8:]), id="a newline in the middle"),
        pytest.param(with_payload_segment(PAYLOAD[:8] + "+/" + PAYLOAD[8:]), id="the other base64 alphabet"),
        pytest.param(with_payload_segment(PAYLOAD[:8] + "!!!!" + PAYLOAD[8:]), id="characters that decoders skip"),
        pytest.param(with_signature_of_other_trailing_bits(), id="bits that decoders drop"),
        pytest.param(HEADER + "." + "é" * 40 + "." + SIGNATURE, id="letters beyond ASCII"),
        pytest.param(GOOD[:-1] + "\ud800", id="a lone surrogate"),
        pytest.param(GOOD[:-1] + "\N{FULLWIDTH DIGIT ONE}", id="a digit to Unicode only"),
        pytest.param("\0" + GOOD, id="a null character"),
        pytest.param(token(payload=claims(note="x" * 8_192)), id="longer than 8 KiB"),
        pytest.param("." * 100_000, id="a hundred thousand dots"),
    ],
)
async def test_what_is_not_a_compact_token_is_malformed(text: str, shared_secret: SharedSecret) -> None:
    assert await problem_with(text, shared_secret) is TokenProblem.MALFORMED


@pytest.mark.parametrize(
    "payload",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"null", id="null"),
        pytest.param(b'"sub"', id="a string"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b"{", id="cut off"),
        pytest.param(json_bytes(claims()) + b"{}", id="two objects"),
        pytest.param(b"\xef\xbb\xbf" + json_bytes(claims()), id="a byte order mark"),
        pytest.param(json_bytes(claims()).decode().encode("utf-16"), id="UTF-16"),
        pytest.param(json_bytes(claims())[:-1] + b',"name":"\xff"}', id="bytes that are not UTF-8"),
        pytest.param(b"[" * 5_000, id="five thousand open brackets"),
        pytest.param(b'{"a":' * 1_000 + b"1" + b"}" * 1_000, id="a thousand nested objects"),
    ],
)
async def test_a_payload_that_is_not_a_json_object_is_malformed(payload: bytes, shared_secret: SharedSecret) -> None:
    assert await problem_with(token(payload=payload), shared_secret) is TokenProblem.MALFORMED


@pytest.mark.parametrize(
    "member",
    [
        pytest.param(b'"sub":"bob"', id="a second sub"),
        pytest.param(b'"s\\u0075b":"bob"', id="a second sub in disguise"),
        pytest.param(b'"user":{"role":1,"role":2}', id="a name twice further in"),
        pytest.param(b'"score":NaN', id="NaN"),
        pytest.param(b'"score":-Infinity', id="minus infinity"),
        pytest.param(b'"score":1e999', id="a float that overflows to infinity"),
        pytest.param(b'"score":' + b"9" * 5_000, id="an integer of five thousand digits"),
        pytest.param(b'"score":' + b"9" * 33, id="an integer of 33 digits"),
        pytest.param(b'"deep":' + b"[" * 16 + b"]" * 16, id="lists sixteen deep"),
        pytest.param(b'"deep":' + b"[" * 3_000 + b"]" * 3_000, id="lists three thousand deep"),
    ],
)
async def test_a_payload_with_two_readings_is_malformed(member: bytes, shared_secret: SharedSecret) -> None:
    assert await problem_with(with_claim(member), shared_secret) is TokenProblem.MALFORMED


async def test_a_payload_may_hold_more_than_we_read(shared_secret: SharedSecret) -> None:
    more = b'"score":0.5,"id":18446744073709551615,"note":"[[[[{{{{","deep":[[[[[[[[]]]]]]]]'

    assert await problem_with(with_claim(more), shared_secret) is None


@pytest.mark.parametrize("field", ["b64", "crit", "cty", "jku", "jwk", "x5c", "x5u", "zip"])
@pytest.mark.parametrize("value", [None, True, "JWT", ["b64"], {"kty": "oct", "k": segment(SECRET)}])
async def test_a_header_that_asks_for_a_favour_is_malformed(
    field: str, value: object, shared_secret: SharedSecret
) -> None:
    assert await problem_with(token({"alg": "HS256", field: value}), shared_secret) is TokenProblem.MALFORMED


@pytest.mark.parametrize(
    "header",
    [
        pytest.param({}, id="no alg"),
        pytest.param({"alg": None}, id="alg null"),
        pytest.param({"alg": ["HS256"]}, id="alg a list"),
        pytest.param({"alg": "HS256", "typ": None}, id="typ null"),
        pytest.param({"alg": "HS256", "typ": "dpop+jwt"}, id="another kind of token"),
        pytest.param({"alg": "HS256", "kid": None}, id="kid null"),
        pytest.param({"alg": "HS256", "kid": 1}, id="kid a number"),
        pytest.param({"alg": "HS256", "kid": {}}, id="kid an object"),
        pytest.param(b'{"alg":"none","alg":"HS256"}', id="two algs"),
        pytest.param([], id="a list"),
        pytest.param("HS256", id="a string"),
        pytest.param(b'{"alg":"HS256"', id="cut off"),
        pytest.param(b'{"alg":"HS256","a":' + b"[" * 3_000 + b"]" * 3_000 + b"}", id="deep"),
        pytest.param(b'{"alg":"HS256","a":' + b"1" * 5_000 + b"}", id="a huge integer"),
    ],
)
async def test_a_header_of_the_wrong_form_is_malformed(header: object, shared_secret: SharedSecret) -> None:
    assert await problem_with(token(header), shared_secret) is TokenProblem.MALFORMED


@pytest.mark.parametrize("typ", ["JWT", "jwt", "at+jwt", "AT+JWT"])
async def test_the_type_of_an_access_token_is_accepted_in_any_case(typ: str, shared_secret: SharedSecret) -> None:
    assert await problem_with(token({"alg": "HS256", "typ": typ}), shared_secret) is None
