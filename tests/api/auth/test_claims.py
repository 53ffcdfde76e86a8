"""What a properly signed token must say."""

import pytest

from api.auth.expecting import problem_with
from api.auth.forging import AUDIENCE, ISSUER, NOW, SECRET, claims, token
from todo_api.auth import ClaimRules, SharedSecret, TokenProblem

NO_INSTANTS: list[object] = [None, True, "1800000900", 1_800_000_900.0, -1, 2**53 + 1, 10**30, [], {}]


@pytest.mark.parametrize("claim", ["sub", "iss", "aud", "exp", "iat"])
async def test_a_token_without_a_required_claim_is_malformed(claim: str, shared_secret: SharedSecret) -> None:
    assert await problem_with(token(payload=claims(**{claim: ...})), shared_secret) is TokenProblem.MALFORMED


@pytest.mark.parametrize(
    "sub",
    [None, 7, True, [], ["ada"], {}, "", "a" * 256, "a\0", "ada\n", "\x7f", "é", "\ud800", "\N{ZERO WIDTH SPACE}ada"],
)
async def test_a_subject_that_cannot_be_an_id_is_malformed(sub: object, shared_secret: SharedSecret) -> None:
    assert await problem_with(token(payload=claims(sub=sub)), shared_secret) is TokenProblem.MALFORMED


@pytest.mark.parametrize("sub", ["a", "~" * 255, "auth0|42", "0190a5c0-0000-7000-8000-000000000000", "Ada Lovelace"])
async def test_a_printable_subject_is_the_identity_as_it_is(sub: str, shared_secret: SharedSecret) -> None:
    identity = await shared_secret.verify(token(payload=claims(sub=sub)))

    assert identity.user_id == sub


@pytest.mark.parametrize("claim", ["exp", "iat", "nbf"])
@pytest.mark.parametrize("value", NO_INSTANTS)
async def test_an_instant_that_is_not_a_whole_number_is_malformed(
    claim: str, value: object, shared_secret: SharedSecret
) -> None:
    assert await problem_with(token(payload=claims(**{claim: value})), shared_secret) is TokenProblem.MALFORMED


@pytest.mark.parametrize(
    ("lifetime", "problem"), [(86_400, None), (86_401, TokenProblem.MALFORMED), (10**9, TokenProblem.MALFORMED)]
)
async def test_a_token_lives_a_day_at_most(
    lifetime: int, problem: TokenProblem | None, shared_secret: SharedSecret
) -> None:
    assert await problem_with(token(payload=claims(exp=NOW + lifetime)), shared_secret) is problem


async def test_the_longest_life_can_be_set() -> None:
    verifier = SharedSecret(SECRET, ClaimRules(ISSUER, AUDIENCE, max_life_seconds=60, now=lambda: NOW))

    assert await problem_with(token(payload=claims(exp=NOW + 60)), verifier) is None
    assert await problem_with(token(payload=claims(exp=NOW + 61)), verifier) is TokenProblem.MALFORMED


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        pytest.param({"exp": NOW + 1}, None, id="a second to live"),
        pytest.param({"exp": NOW}, TokenProblem.EXPIRED, id="ends now"),
        pytest.param({"exp": NOW - 900, "iat": NOW - 1_800}, TokenProblem.EXPIRED, id="long over"),
        pytest.param({"exp": NOW - 60}, TokenProblem.EXPIRED, id="over before it began"),
        pytest.param({"exp": 0, "iat": 0}, TokenProblem.EXPIRED, id="of 1970"),
        pytest.param({"iat": NOW + 30}, None, id="from a clock that is half a minute ahead"),
        pytest.param({"iat": NOW + 31}, TokenProblem.EXPIRED, id="from the future"),
        pytest.param({"nbf": NOW + 30}, None, id="starts in half a minute"),
        pytest.param({"nbf": NOW + 31}, TokenProblem.EXPIRED, id="starts later"),
        pytest.param({"nbf": 0}, None, id="started long ago"),
        pytest.param({"nbf": 0, "iat": NOW + 31}, TokenProblem.EXPIRED, id="an old start does not excuse the future"),
    ],
)
async def test_a_token_is_valid_between_its_instants(
    changes: dict[str, object], problem: TokenProblem | None, shared_secret: SharedSecret
) -> None:
    assert await problem_with(token(payload=claims(**changes)), shared_secret) is problem


async def test_a_leeway_after_expiry_can_be_granted() -> None:
    verifier = SharedSecret(SECRET, ClaimRules(ISSUER, AUDIENCE, expiry_leeway_seconds=5, now=lambda: NOW))

    assert await problem_with(token(payload=claims(exp=NOW - 4)), verifier) is None
    assert await problem_with(token(payload=claims(exp=NOW - 5)), verifier) is TokenProblem.EXPIRED


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        pytest.param({"aud": [AUDIENCE]}, None, id="for us, in a list"),
        pytest.param({"aud": ["https://other.test", AUDIENCE]}, None, id="for another and us"),
        pytest.param({"aud": "https://other.test"}, TokenProblem.WRONG_ADDRESS, id="for another"),
        pytest.param({"aud": ["https://other.test"]}, TokenProblem.WRONG_ADDRESS, id="for another, in a list"),
        pytest.param({"aud": AUDIENCE + "/"}, TokenProblem.WRONG_ADDRESS, id="for us with a slash"),
        pytest.param({"aud": AUDIENCE[:-1]}, TokenProblem.WRONG_ADDRESS, id="for a part of our name"),
        pytest.param({"aud": AUDIENCE.upper()}, TokenProblem.WRONG_ADDRESS, id="for us in capitals"),
        pytest.param({"aud": []}, TokenProblem.MALFORMED, id="for nobody"),
        pytest.param({"aud": None}, TokenProblem.MALFORMED, id="for null"),
        pytest.param({"aud": [AUDIENCE, 1]}, TokenProblem.MALFORMED, id="for us and a number"),
        pytest.param({"aud": [[AUDIENCE]]}, TokenProblem.MALFORMED, id="for a list in a list"),
        pytest.param({"aud": {AUDIENCE: True}}, TokenProblem.MALFORMED, id="for an object"),
        pytest.param({"iss": "https://other.test"}, TokenProblem.WRONG_ADDRESS, id="from another"),
        pytest.param({"iss": ISSUER + "/"}, TokenProblem.WRONG_ADDRESS, id="from our issuer with a slash"),
        pytest.param({"iss": ""}, TokenProblem.WRONG_ADDRESS, id="from an empty name"),
        pytest.param({"iss": [ISSUER]}, TokenProblem.MALFORMED, id="from a list"),
        pytest.param({"iss": None}, TokenProblem.MALFORMED, id="from null"),
    ],
)
async def test_a_token_comes_from_our_issuer_and_is_for_us(
    changes: dict[str, object], problem: TokenProblem | None, shared_secret: SharedSecret
) -> None:
    assert await problem_with(token(payload=claims(**changes)), shared_secret) is problem


async def test_the_first_problem_is_the_one_reported(shared_secret: SharedSecret) -> None:
    stranger = b"some other secret that is long enough for HS256"
    late_and_misdirected = claims(exp=NOW, aud="https://other.test")

    assert (
        await problem_with(token(payload=claims(sub=..., exp=NOW), secret=stranger), shared_secret)
        is TokenProblem.MALFORMED
    )
    assert (
        await problem_with(token(payload=late_and_misdirected, secret=stranger), shared_secret)
        is TokenProblem.WRONG_SIGNATURE
    )
    assert await problem_with(token(payload=late_and_misdirected), shared_secret) is TokenProblem.WRONG_ADDRESS
    assert await problem_with(token(payload=claims(exp=NOW)), shared_secret) is TokenProblem.EXPIRED


@pytest.mark.parametrize(("issuer", "audience"), [("", AUDIENCE), (ISSUER, "")])
def test_rules_need_an_issuer_and_an_audience(issuer: str, audience: str) -> None:
    with pytest.raises(ValueError, match="non-empty issuer and audience"):
        ClaimRules(issuer, audience)


def test_every_problem_has_a_stable_code_and_its_own_sentence() -> None:
    codes = ["token_missing", "token_malformed", "token_wrong_signature", "token_wrong_address", "token_expired"]

    assert [str(problem) for problem in TokenProblem] == codes
    assert len({problem.description for problem in TokenProblem}) == len(codes)
