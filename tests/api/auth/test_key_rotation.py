"""The issuer changes its keys: new ones are found, withdrawn ones forgotten, made-up ones cost next to nothing."""

import asyncio

from api.auth.clock import Clock
from api.auth.expecting import problem_with
from api.auth.issuer import Issuer
from api.auth.signing_keys import SigningKey
from api.auth.waiting import fetches_under_way, until
from todo_api.auth import JwksVerifier, TokenProblem

MINUTE = 60


async def test_a_new_key_is_accepted_as_soon_as_it_is_used(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey, next_key: SigningKey
) -> None:
    await verifier.start()
    issuer.publish(next_key.jwk(), key.jwk())

    assert await problem_with(next_key.sign(), verifier) is None
    assert await problem_with(key.sign(), verifier) is None
    assert issuer.requests == 2


async def test_a_flood_of_unknown_kids_costs_one_request_in_half_a_minute(
    verifier: JwksVerifier, issuer: Issuer, clock: Clock
) -> None:
    await verifier.start()
    for rounds in (1, 2):
        flood = [SigningKey.make(kid=f"made-up-{number}").sign() for number in range(50)]
        problems = await asyncio.gather(*(problem_with(token, verifier) for token in flood))
        problems.append(await problem_with(flood[0], verifier))
        assert problems == [TokenProblem.WRONG_SIGNATURE] * 51
        assert issuer.requests == 1 + rounds

        clock.advance(29)
        assert await problem_with(flood[0], verifier) is TokenProblem.WRONG_SIGNATURE
        assert issuer.requests == 1 + rounds
        clock.advance(1)


async def test_a_new_key_is_accepted_within_half_a_minute_whatever_else_is_asked_for(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey, next_key: SigningKey, clock: Clock
) -> None:
    await verifier.start()
    made_up = SigningKey.make(kid="made-up").sign()
    assert await problem_with(made_up, verifier) is TokenProblem.WRONG_SIGNATURE
    issuer.publish(key.jwk(), next_key.jwk())

    for _ in range(29):
        clock.advance(1)
        assert await problem_with(made_up, verifier) is TokenProblem.WRONG_SIGNATURE
    clock.advance(1)
    await asyncio.gather(*(problem_with(made_up, verifier) for _ in range(20)))
    assert await problem_with(next_key.sign(), verifier) is None
    assert issuer.requests == 3


async def test_a_flood_during_an_outage_costs_one_request_in_half_a_minute(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey, clock: Clock
) -> None:
    await verifier.start()
    issuer.status = "500 Oops"
    flood = [SigningKey.make(kid=f"made-up-{number}").sign() for number in range(20)]

    for halves in range(1, 61):
        clock.advance(MINUTE / 2)
        await asyncio.gather(*(problem_with(token, verifier) for token in flood))
        await until(lambda: fetches_under_way() == [])
        assert issuer.requests <= 1 + halves
        assert await problem_with(key.sign(), verifier) is None


async def test_a_flood_before_the_first_fetch_costs_one_request(verifier: JwksVerifier, issuer: Issuer) -> None:
    flood = [SigningKey.make(kid=f"made-up-{number}").sign() for number in range(50)]

    await asyncio.gather(*(problem_with(token, verifier) for token in flood))

    assert issuer.requests == 1


async def test_those_who_come_while_a_new_key_is_looked_for_share_the_answer(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey, next_key: SigningKey
) -> None:
    await verifier.start()
    issuer.publish(key.jwk(), next_key.jwk())
    issuer.answering.clear()
    first = asyncio.create_task(problem_with(next_key.sign(), verifier))
    await until(lambda: issuer.requests == 2)
    second = asyncio.create_task(problem_with(next_key.sign(), verifier))
    await asyncio.sleep(0)
    issuer.answering.set()

    assert [await first, await second] == [None, None]
    assert issuer.requests == 2


async def test_a_failed_search_for_a_new_key_counts(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey, next_key: SigningKey, clock: Clock
) -> None:
    await verifier.start()
    issuer.status = "500 Oops"
    assert await problem_with(next_key.sign(), verifier) is TokenProblem.WRONG_SIGNATURE
    issuer.status = "200 OK"
    issuer.publish(next_key.jwk())

    clock.advance(29)
    assert await problem_with(next_key.sign(), verifier) is TokenProblem.WRONG_SIGNATURE
    assert await problem_with(key.sign(), verifier) is None
    assert issuer.requests == 2
    clock.advance(1)
    assert await problem_with(next_key.sign(), verifier) is None


async def test_a_withdrawn_key_is_refused_after_ten_minutes(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey, next_key: SigningKey, clock: Clock
) -> None:
    await verifier.start()
    issuer.publish(next_key.jwk())

    assert await problem_with(key.sign(), verifier) is None
    clock.advance(10 * MINUTE)
    assert await problem_with(key.sign(), verifier) is TokenProblem.WRONG_SIGNATURE


async def test_an_unknown_kid_does_not_hurry_an_issuer_that_has_just_failed(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey, next_key: SigningKey, clock: Clock
) -> None:
    await verifier.start()
    issuer.status = "500 Oops"
    clock.advance(10 * MINUTE)
    assert await problem_with(key.sign(), verifier) is None

    assert await problem_with(next_key.sign(), verifier) is TokenProblem.WRONG_SIGNATURE
    assert issuer.requests == 2


async def test_the_generation_grows_when_keys_change_and_only_then(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey, next_key: SigningKey, clock: Clock
) -> None:
    assert verifier.generation == 0
    await verifier.start()
    assert verifier.generation == 1

    clock.advance(10 * MINUTE)
    await problem_with(key.sign(), verifier)
    assert (verifier.generation, issuer.requests) == (1, 2)

    issuer.publish(next_key.jwk())
    clock.advance(10 * MINUTE)
    await problem_with(key.sign(), verifier)
    assert verifier.generation == 2


async def test_looking_at_the_generation_is_enough_to_notice_a_withdrawn_key(
    verifier: JwksVerifier, issuer: Issuer, next_key: SigningKey, clock: Clock
) -> None:
    await verifier.start()
    issuer.publish(next_key.jwk())
    clock.advance(8 * MINUTE)

    assert verifier.generation == 1
    await until(lambda: verifier.generation == 2)
