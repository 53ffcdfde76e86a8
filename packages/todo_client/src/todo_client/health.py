"""How the service is, for those who operate it; nobody needs a token for it."""

from todo_client.call import Call
from todo_client.connection import Connection


class Health:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def check(self) -> None:
        """Return if it is alive."""
        await self._connection.send(Call(method="GET", path="/healthz", is_public=True))

    async def check_readiness(self) -> None:
        """Return if its database answers and is migrated."""
        await self._connection.send(Call(method="GET", path="/readyz", is_public=True))
