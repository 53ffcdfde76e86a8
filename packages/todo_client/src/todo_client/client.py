"""The client: one user of one API."""

from importlib.metadata import version
from types import TracebackType
from typing import Self

import httpx2

from todo_client.account import Account
from todo_client.batch import Batch
from todo_client.changes import Changes
from todo_client.connection import Connection
from todo_client.health import Health
from todo_client.labels import Labels
from todo_client.projects import Projects
from todo_client.retries import Retries
from todo_client.sections import Sections
from todo_client.sync import Pace, Storage, Sync
from todo_client.tasks import Tasks
from todo_client.token import Token, TokenSource
from todo_client.trash import Trash

_THREE_ATTEMPTS = Retries()
_CALM = Pace()
_OWN_NAME = f"todo_client/{version('todo-client')}"


class TodoClient:
    """Use it as an asynchronous context manager; tasks of the event loop may share it.

    Args:
        base_url: where the API is, as in https://todo.example.com.
        token: a bearer token, or what gives one; see `TokenSource`.
        timeout: how many seconds an attempt may take.
        retries: when to try again.
        client_name: what the activity calls who wrote, as in "importer/2.1".
        transport: what carries the requests, for a proxy or certificates of your own.
    """

    def __init__(  # noqa: PLR0913  # each is an option of its own, by its name
        self,
        base_url: str,
        token: TokenSource,
        *,
        timeout: float = 10.0,
        retries: Retries = _THREE_ATTEMPTS,
        client_name: str = _OWN_NAME,
        transport: httpx2.AsyncBaseTransport | None = None,
    ) -> None:
        url = httpx2.URL(base_url)
        if url.scheme not in {"http", "https"} or not url.host:
            raise ValueError("base_url is an absolute URL such as https://todo.example.com.")
        self._http = httpx2.AsyncClient(base_url=url, timeout=timeout, transport=transport)
        connection = Connection(self._http, Token(token), retries, timeout, client_name)
        self.tasks = Tasks(connection)
        self.projects = Projects(connection)
        self.sections = Sections(connection)
        self.labels = Labels(connection)
        self.trash = Trash(connection)
        self.account = Account(connection)
        self.changes = Changes(connection)
        self.batch = Batch(connection)
        self.health = Health(connection)

    def sync(self, storage: Storage, *, pace: Pace = _CALM) -> Sync:
        """A copy of all that the user has, which keeps itself up to date for as long as it is entered.

        The storage is this user's alone; what it holds from an earlier time is where the sync goes on.
        """
        return Sync(self.changes, self.batch, storage, pace)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        await self._http.aclose()
