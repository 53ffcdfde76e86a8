"""Who asks: a token, or what gives one."""

import asyncio
from collections.abc import Callable

import jwt
import pytest

from python_client.faults import Wire
from python_client.people import People
from running import SECRET
from todo_client import TodoProblem
from todo_client.token import Token


@pytest.fixture
def expired(people: People) -> str:
    """A token that was good until a while ago."""
    claims = jwt.decode(people.token(), options={"verify_signature": False})
    return jwt.encode(claims | {"iat": claims["iat"] - 7200, "exp": claims["exp"] - 7200}, SECRET)


def one_after_the_other(*tokens: str) -> Callable[[], str]:
    rest = iter(tokens)
    return lambda: next(rest)


async def test_a_provider_may_be_a_coroutine_function(people: People) -> None:
    good = people.token()

    async def provide() -> str:
        return good

    assert (await people.client(token=provide).account.get()).data.version >= 1


async def test_a_provider_is_asked_again_when_its_token_has_expired(people: People, expired: str) -> None:
    wire = Wire()
    ada = people.client(token=one_after_the_other(expired, people.token()), transport=wire)

    await ada.account.get()
    await ada.account.get()

    assert len(wire.requests) == 3


async def test_a_provider_is_asked_again_only_once(people: People, expired: str) -> None:
    wire = Wire()
    ada = people.client(token=lambda: expired, transport=wire)

    with pytest.raises(TodoProblem) as refused:
        await ada.account.get()

    assert refused.value.code == "token_expired"
    assert len(wire.requests) == 1


async def test_another_problem_with_a_token_is_no_reason_to_ask_again(people: People) -> None:
    ada = people.client(token=one_after_the_other("nonsense"))

    with pytest.raises(TodoProblem) as refused:
        await ada.account.get()

    assert (refused.value.code, refused.value.status) == ("token_malformed", 401)


async def test_many_requests_at_once_ask_the_provider_once(people: People, expired: str) -> None:
    ada = people.client(token=one_after_the_other(expired, people.token()))

    accounts = await asyncio.gather(*(ada.account.get() for _ in range(10)))

    assert len({account.data.user_id for account in accounts}) == 1


async def test_health_needs_no_token(people: People) -> None:
    def provide() -> str:
        raise AssertionError("nobody asked for a token")

    await people.client(token=provide).health.check_readiness()


@pytest.mark.parametrize("wrong", ["", "two words", "line\nbreak", "Ünïcode"])
async def test_what_is_no_token_is_never_sent(wrong: str) -> None:
    with pytest.raises(ValueError, match="printable ASCII") as refused:
        await Token(wrong).current()

    assert not wrong or wrong not in str(refused.value)
