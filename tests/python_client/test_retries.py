"""What is tried again, and what is not."""

import asyncio

import pytest

from python_client.faults import Fault, Wire
from python_client.people import People
from todo_client import Retries, TodoClient, TodoProblem, Unreachable
from todo_client.models import LabelCreate, TaskCreate, TaskUpdate


async def test_a_create_whose_answer_is_lost_still_makes_one_thing(people: People) -> None:
    wire = Wire(Fault.LOST, Fault.LOST)
    ada = people.client(transport=wire)

    task = await ada.tasks.create(TaskCreate(title="Water"))

    assert wire.methods == ["POST"] * 3
    assert [found.id async for found in ada.tasks.list()] == [task.data.id]


async def test_attempts_come_to_an_end(people: People) -> None:
    wire = Wire(*[Fault.REFUSED] * 9)
    ada = people.client(transport=wire)

    with pytest.raises(Unreachable, match="never sent") as unreachable:
        await ada.account.get()

    assert not unreachable.value.maybe_done
    assert len(wire.requests) == 3


@pytest.mark.parametrize("fault", [Fault.LOST, Fault.UNAVAILABLE, Fault.LIMITED, Fault.REFUSED])
async def test_reads_are_tried_again(people: People, fault: Fault) -> None:
    wire = Wire(fault)

    account = await people.client(transport=wire).account.get()

    assert account.data.version >= 1
    assert len(wire.requests) == 2


async def test_a_change_is_not_sent_again_once_it_may_have_been_carried_out(people: People) -> None:
    wire = Wire(None, Fault.LOST)
    ada = people.client(transport=wire)
    task = await ada.tasks.create(TaskCreate(title="Water"))

    with pytest.raises(Unreachable, match="may have been carried out") as unreachable:
        await ada.tasks.update(task.data.id, TaskUpdate(title="Weed"))

    assert unreachable.value.maybe_done
    assert wire.methods == ["POST", "PATCH"]
    assert (await ada.tasks.get(task.data.id)).data.title == "Weed"


async def test_a_change_that_was_never_sent_is_sent_again(people: People) -> None:
    wire = Wire(None, Fault.REFUSED)
    ada = people.client(transport=wire)
    task = await ada.tasks.create(TaskCreate(title="Water"))

    changed = await ada.tasks.update(task.data.id, TaskUpdate(title="Weed"))

    assert changed.data.title == "Weed"


async def test_a_conditional_write_does_not_become_stale_by_itself(people: People) -> None:
    wire = Wire(None, Fault.LOST)
    ada = people.client(transport=wire)
    task = await ada.tasks.create(TaskCreate(title="Water"))

    with pytest.raises(Unreachable) as unreachable:
        await ada.tasks.complete(task.data.id, if_match=task)

    assert unreachable.value.maybe_done
    assert (await ada.tasks.get(task.data.id)).data.status == "completed"


async def test_with_an_idempotency_key_any_change_is_sent_again_and_made_once(people: People) -> None:
    wire = Wire(None, Fault.LOST, Fault.UNAVAILABLE)
    ada = people.client(transport=wire)
    task = await ada.tasks.create(TaskCreate(title="Water"))

    changed = await ada.tasks.update(task.data.id, TaskUpdate(title="Weed"), if_match=task, idempotency_key="weed-1")

    assert wire.methods == ["POST", "PATCH", "PATCH", "PATCH"]
    assert {request.headers["Idempotency-Key"] for request in wire.requests[1:]} == {"weed-1"}
    assert (changed.data.title, changed.change_id) == ("Weed", changed.data.version)
    assert (await ada.tasks.get(task.data.id)).etag == changed.etag


async def test_a_key_names_one_write_only(ada: TodoClient) -> None:
    await ada.labels.create(LabelCreate(name="errand"), idempotency_key="1")

    with pytest.raises(TodoProblem) as refused:
        await ada.labels.create(LabelCreate(name="dull"), idempotency_key="1")

    assert refused.value.code == "key_reused"


async def test_a_removal_answers_with_its_change(ada: TodoClient) -> None:
    task = await ada.tasks.create(TaskCreate(title="Water"))

    change_id = await ada.tasks.trash(task.data.id)

    assert change_id == (await ada.tasks.get(task.data.id)).data.version


async def test_deleting_what_the_lost_attempt_deleted_is_done(people: People) -> None:
    wire = Wire(None, Fault.LOST)
    ada = people.client(transport=wire)
    label = await ada.labels.create(LabelCreate(name="errand"))

    await ada.labels.delete(label.data.id)

    assert wire.methods == ["POST", "DELETE", "DELETE"]
    with pytest.raises(TodoProblem) as refused:
        await ada.labels.delete(label.data.id)
    assert refused.value.code == "label_not_found"


async def test_a_wait_that_is_too_long_is_left_to_the_caller(people: People) -> None:
    wire = Wire(Fault.UNAVAILABLE, retry_after="60")

    with pytest.raises(TodoProblem) as refused:
        await people.client(transport=wire).account.get()

    assert (refused.value.code, refused.value.retry_after) == ("database_unavailable", 60)
    assert len(wire.requests) == 1


async def test_a_wait_that_the_api_asks_for_is_kept(people: People) -> None:
    wire = Wire(Fault.UNAVAILABLE, retry_after="1")
    retries = Retries(first_pause=0, longest_pause=1)
    asked = asyncio.get_running_loop().time()

    await people.client(transport=wire, retries=retries).account.get()

    assert asyncio.get_running_loop().time() - asked >= 1


async def test_an_attempt_takes_no_longer_than_its_timeout() -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with await asyncio.start_server(silent, "127.0.0.1") as server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with TodoClient(url, "token", timeout=0.05, retries=Retries(attempts=1)) as ada, asyncio.timeout(5):
            with pytest.raises(Unreachable):
                await ada.account.get()


def test_pauses_grow_by_chance_and_within_bounds() -> None:
    retries = Retries(attempts=6, first_pause=1, longest_pause=4)

    *pauses, last = retries.pauses()

    assert last is None
    assert all(
        pause is not None and most / 2 <= pause <= most for pause, most in zip(pauses, [1, 2, 4, 4, 4], strict=True)
    )
    assert list(retries.pauses()) != list(retries.pauses())


@pytest.mark.parametrize("wrong", [{"attempts": 0}, {"first_pause": -1}, {"first_pause": 2, "longest_pause": 1}])
def test_retries_that_make_no_sense_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Retries(**wrong)
