"""Undoing, as the tests ask for it."""

from typing import Any

import httpx2

from client import Client, problem_of
from replica import Things, things_of

_STAMPS = {"version", "updated_at"}


def change_of(response: httpx2.Response) -> int:
    """The change that a write made."""
    assert response.is_success, response.text
    return int(response.headers["Change-Id"])


async def ask_to_undo(client: Client, *change_ids: int, **headers: str) -> httpx2.Response:
    """Headers are given with _ for -."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return await client.post("/v1/undo", json={"change_ids": list(change_ids)}, headers=named)


async def undo(client: Client, *change_ids: int) -> list[int]:
    """The changes that undid these; any number of them."""
    made: list[int] = []
    newest_first = sorted(change_ids, reverse=True)
    for start in range(0, len(newest_first), 100):
        response = await ask_to_undo(client, *newest_first[start : start + 100])
        assert response.status_code == 200, response.text
        made += response.json()["change_ids"]
    assert len(made) == len(change_ids)
    assert made == sorted(made)
    return made


async def obstacles(response: httpx2.Response) -> list[tuple[str, str]]:
    """What a refused undo says stands in the way: pointers and sentences."""
    problem = problem_of(response)
    assert (problem.status, problem.code) == (409, "undo_conflict")
    assert {error.location for error in problem.errors} <= {"body"}
    return [(error.pointer, error.detail) for error in problem.errors]


async def contents(client: Client) -> Things:
    """Everything that a user has, without the stamps that every write moves."""
    return {thing: _unstamped(data) for thing, data in (await things_of(client)).items()}


def _unstamped(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in _STAMPS}
