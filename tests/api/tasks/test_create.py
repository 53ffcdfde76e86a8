"""Creating tasks."""

from client import Client


async def test_a_new_task_goes_into_the_inbox(ada: Client) -> None:
    task = await ada.create_task(title="  Water the tomatoes ")

    assert task.title == "Water the tomatoes"
    assert task.project_id == (await ada.account()).inbox_id
    assert await ada.tasks() == [task]
