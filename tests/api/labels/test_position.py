"""The order of labels."""

import pytest

from client import Client, refusal
from todo_domain import new_id


async def order(client: Client) -> str:
    return "".join(await client.labels())


@pytest.mark.parametrize(
    ("moving", "side", "anchor", "expected"),
    [(2, "before", 0, "CAB"), (0, "after", 1, "BAC"), (2, "after", 0, "ACB"), (1, "before", 2, "ABC")],
)
async def test_labels_that_one_task_brought_have_room_between_them(
    moving: int, side: str, anchor: int, expected: str, ada: Client
) -> None:
    task = await ada.create_task(labels=["A", "B", "C"])
    made = list((await ada.labels()).values())

    response = await ada.place(made[moving], **{side: made[anchor].id})

    assert response.status_code == 200
    assert await order(ada) == expected
    assert await ada.now(task) == task


async def test_without_a_neighbour_it_goes_to_the_end(ada: Client) -> None:
    a, *_ = [await ada.create_label(name=name) for name in "ABC"]

    await ada.place(a)
    await ada.create_task(labels=["D"])

    assert await order(ada) == "BCAD"


async def test_both_labels_have_to_be_there(ada: Client, bob: Client) -> None:
    a, his = await ada.create_label(), await bob.create_label()

    missing = [await ada.place(a, before=anchor) for anchor in (his.id, new_id(), a.id)]
    foreign = [await ada.place(his, **place) for place in ({}, {"before": a.id}, {"before": his.id})]

    assert {refusal(response) for response in missing} == {(404, "sibling_not_found")}
    assert {refusal(response) for response in foreign} == {(404, "label_not_found")}
    assert len({response.content for response in missing}) == len({response.content for response in foreign}) == 1
    assert await bob.now(his) == his
