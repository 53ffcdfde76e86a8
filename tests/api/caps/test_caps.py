"""How much one user may have: as much, and no more, whoever asks and however."""

import asyncpg
import pytest

from api.caps.filling import BESIDES, KINDS, MOST, body_of, fill, held, one_more, refused
from api.changes.batches import run, statuses
from client import Client, refusal
from crowd import at_once, overlapping
from undoing import ask_to_undo, change_of, undo

pytestmark = pytest.mark.parametrize("kind", KINDS)


async def test_there_is_room_up_to_the_cap_and_not_for_one_more(
    kind: str, ada: Client, connection: asyncpg.Connection
) -> None:
    await fill(ada, kind)
    before = await ada.account()

    for _ in range(2):
        assert refusal(await one_more(ada, kind)) == refused(kind)

    assert await ada.account() == before
    assert await held(connection, ada, kind) == MOST


async def test_it_is_nobody_elses_cap(kind: str, ada: Client, bob: Client) -> None:
    await fill(ada, kind)

    assert (await one_more(bob, kind)).status_code == 201
    assert refusal(await one_more(ada, kind)) == refused(kind)


async def test_of_the_other_kinds_there_can_be_more(kind: str, ada: Client) -> None:
    await fill(ada, kind)

    assert {(await one_more(ada, other)).status_code for other in KINDS if other != kind} == {201}


async def test_what_was_made_is_answered_again_when_there_is_no_room(kind: str, ada: Client) -> None:
    body = await body_of(ada, kind)
    await fill(ada, kind, but=1)
    path, key = f"/v1/{kind}s", {"Idempotency-Key": "last"}

    made = await ada.post(path, json=body, headers=key)
    replayed, again = await ada.post(path, json=body, headers=key), await ada.post(path, json=body)

    assert (made.status_code, replayed.status_code, again.status_code) == (201, 201, 200)
    assert made.json() == replayed.json() == again.json()
    assert refusal(await one_more(ada, kind)) == refused(kind)


async def test_a_stale_write_is_told_so_first(kind: str, ada: Client) -> None:
    await fill(ada, kind)

    assert refusal(await one_more(ada, kind, **{"If-Match": '"1"'})) == (412, "stale_version")


async def test_of_those_that_come_at_once_for_the_last_place_one_gets_it(
    kind: str, ada: Client, connection: asyncpg.Connection
) -> None:
    await fill(ada, kind, but=1)
    bodies = [await body_of(ada, kind) for _ in range(6)]

    answers = await overlapping(connection, ada, *(ada.post(f"/v1/{kind}s", json=body) for body in bodies))

    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 5
    assert await held(connection, ada, kind) == MOST


async def test_nor_do_more_get_in_who_come_in_any_order(kind: str, ada: Client, connection: asyncpg.Connection) -> None:
    await ada.account()

    answers = await at_once(lambda _: one_more(ada, kind))

    room = MOST - BESIDES.get(kind, 0)
    assert sorted(answer.status_code for answer in answers) == [201] * room + [409] * (len(answers) - room)
    assert await held(connection, ada, kind) == MOST


async def test_in_a_batch_it_is_that_operations_problem(kind: str, ada: Client) -> None:
    await fill(ada, kind, but=2)
    operations = [{"op": f"create_{kind}", "body": await body_of(ada, kind)} for _ in range(4)]
    before = await ada.account()

    atomic = await run(ada, *operations)
    assert await ada.account() == before
    each = await run(ada, *operations, mode="each")

    assert statuses(atomic) == [(424, "not_done")] * 2 + [refused(kind)] * 2
    assert statuses(each) == [201, 201] + [refused(kind)] * 2


async def test_undoing_a_removal_needs_room_too(kind: str, ada: Client, connection: asyncpg.Connection) -> None:
    undone = await undo(ada, change_of(await one_more(ada, kind)))
    await fill(ada, kind)
    before = await ada.account()

    assert refusal(await ask_to_undo(ada, *undone)) == refused(kind)

    assert await ada.account() == before
    assert await held(connection, ada, kind) == MOST


async def test_undoing_a_removal_is_done_where_there_is_room(kind: str, ada: Client) -> None:
    undone = await undo(ada, change_of(await one_more(ada, kind)))
    await fill(ada, kind, but=1)

    await undo(ada, *undone)

    assert refusal(await one_more(ada, kind)) == refused(kind)
