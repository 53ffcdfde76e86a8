"""Requests thrown at the API at random: each one is answered, and none with a failure of ours."""

import random

import pytest

from client import Client
from fuzzing.throwing import throw, throw_bytes
from operations import Belongings
from running import Api

ROUNDS = 500


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_is_asked_the_answer_is_an_answer(ada: Client, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311  a seed makes a failure repeatable
    belongings = await Belongings.of(ada)

    for number in range(ROUNDS // 4):
        wrong = await throw(dice, ada, belongings)
        assert wrong is None, f"{number}: {wrong}"


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_bytes_come_nothing_breaks(ada: Client, api: Api, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311  a seed makes a failure repeatable
    belongings = await Belongings.of(ada)

    for number in range(ROUNDS // 4):
        wrong = await throw_bytes(dice, ada, api.url, belongings)
        assert wrong is None, f"{number}: {wrong}"
