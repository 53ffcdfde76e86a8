"""Who is not signed in shares the allowance of the address; who is, does not."""

import pytest

from api.rate_limits.conftest import Start, Told, told_by
from api.rate_limits.test_users import until_refused
from client import refusal
from todo_api.rate_limits.rate_limits import network_of

LIMITED = {"TODO_RATE_LIMIT_ADDRESS": "5", "TODO_DOCS": "true"}


@pytest.mark.parametrize("path", ["/v1/tasks", "/nowhere", "/docs", "/openapi.json"])
async def test_what_is_asked_without_a_token_is_counted(start: Start, path: str) -> None:
    async with start(**LIMITED) as (api,), api.http(None) as stranger:
        first = await stranger.get(path)
        allowed = [(await stranger.get(path)).status_code for _ in range(4)]
        response = await until_refused(stranger, path)

    assert told_by(first)._replace(seconds=0) == Told("address", 5, 4, 0)
    assert 429 not in allowed
    assert refusal(response) == (429, "rate_limited")
    assert told_by(response).remaining == 0
    assert 1 <= int(response.headers["Retry-After"]) <= 120


async def test_guessing_tokens_comes_to_an_end(start: Start) -> None:
    async with start(**LIMITED) as (api,), api.http(None) as stranger:
        good = api.token("ada")
        guesses = [f"{good[:-8]}{number:08}" for number in range(10)]
        answers = [await stranger.get("/v1/tasks", headers={"Authorization": f"Bearer {guess}"}) for guess in guesses]

    assert [answer.status_code for answer in answers] == [401] * 5 + [429] * 5


async def test_a_good_token_is_heard_from_an_address_that_is_refused(start: Start) -> None:
    async with start(**LIMITED) as (api,), api.http(None) as stranger, api.http("ada") as ada:
        await until_refused(stranger, "/v1/tasks")

        response = await ada.get("/v1/tasks")

    assert response.status_code == 200
    assert told_by(response).name == "user"


async def test_health_checks_are_always_answered(start: Start) -> None:
    async with start(**LIMITED) as (api,), api.http(None) as operator:
        await until_refused(operator, "/nowhere")
        checks = [await operator.get(path) for path in ("/healthz", "/readyz") for _ in range(10)]

    assert {check.status_code for check in checks} == {200}
    assert not any("ratelimit" in check.headers for check in checks)


@pytest.mark.parametrize(
    ("host", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "20010db800010002::/64"),
        ("2001:db8:1:2:ffff:ffff:ffff:ffff", "20010db800010002::/64"),
        ("2001:db8:1:3::1", "20010db800010003::/64"),
        ("fe80::1%eth0", "fe80000000000000::/64"),
        ("a socket", "a socket"),
    ],
)
def test_an_address_of_ipv6_is_the_network_that_one_caller_has(host: str, network: str) -> None:
    assert network_of(host) == network
