"""Deleting labels takes them off the tasks."""

from client import Client, address, refusal


async def test_it_is_taken_off_every_task(ada: Client) -> None:
    label = await ada.create_label(name="errand")
    task = await ada.create_task(labels=["home", "ERRAND", "soon"])
    trashed = await ada.create_task(labels=["errand"])
    await ada.trash(trashed)
    other = await ada.create_task(labels=["home"])

    response = await ada.delete(address(label))

    assert (response.status_code, response.content) == (204, b"")
    assert refusal(await ada.get(address(label))) == (404, "label_not_found")
    assert refusal(await ada.delete(address(label))) == (404, "label_not_found")
    task, trashed = await ada.now(task), await ada.now(trashed)
    assert (task.labels, trashed.labels) == (["home", "soon"], [])
    assert task.version == trashed.version == (await ada.account()).version == other.version + 1
    assert task.updated_at == trashed.updated_at
    assert await ada.now(other) == other


async def test_its_name_is_free_again(ada: Client) -> None:
    task = await ada.create_task(labels=["errand"])
    label = (await ada.labels())["errand"]
    await ada.delete(address(label))

    fresh = await ada.create_label(name="Errand")

    assert fresh.id != label.id
    assert (await ada.now(task)).labels == []


async def test_somebody_elses_tasks_keep_theirs(ada: Client, bob: Client) -> None:
    label, his = await ada.create_label(name="errand"), await bob.create_task(labels=["errand"])

    await ada.delete(address(label))

    assert await bob.now(his) == his
