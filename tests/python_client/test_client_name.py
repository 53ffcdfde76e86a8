"""What the activity calls who wrote."""

from importlib.metadata import version

from python_client.faults import Wire
from python_client.people import People
from running import Api
from todo_client import TodoClient
from todo_client.models import TaskCreate


async def test_a_write_says_who_writes_and_a_read_does_not(people: People) -> None:
    wire = Wire()
    ada = people.client(transport=wire)

    await ada.account.get()
    await ada.tasks.create(TaskCreate(title="Water"))

    assert [request.headers.get("Client-Name") for request in wire.requests] == [
        None,
        f"todo_client/{version('todo-client')}",
    ]


async def test_an_application_has_a_name_of_its_own(api: Api, people: People) -> None:
    wire = Wire()
    async with TodoClient(api.url, people.token(), client_name="importer/2.1", transport=wire) as importer:
        await importer.tasks.create(TaskCreate(title="Water"))

    assert [request.headers["Client-Name"] for request in wire.requests] == ["importer/2.1"]
