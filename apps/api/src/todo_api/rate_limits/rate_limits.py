"""The limits of one worker: whose allowance a request is taken from."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import IPv6Address, ip_address

from starlette.types import Scope

from todo_api.rate_limits.allowance import Allowance
from todo_api.settings import Settings

_NETWORK_BITS = 64


class RateLimits:
    """Takes requests from allowances; the edge finds the fields for the answer in the request's state."""

    def __init__(self, settings: Settings) -> None:
        self._users = None if settings.rate_limit is None else Allowance("user", settings.rate_limit)
        self._addresses = (
            None if settings.rate_limit_address is None else Allowance("address", settings.rate_limit_address)
        )
        self._redis_url = settings.redis_url

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Share the counts with other workers for as long as this lasts, if there is a server for it."""
        sharing = [] if self._redis_url is None else self._shared(self._redis_url)
        try:
            yield
        finally:
            for task in sharing:
                task.cancel()
            await asyncio.gather(*sharing, return_exceptions=True)

    def _shared(self, redis_url: str) -> list[asyncio.Task[None]]:
        from todo_api.rate_limits.sharing import share  # noqa: PLC0415  a client that takes memory, and no use without

        allowances = (allowance for allowance in (self._users, self._addresses) if allowance is not None)
        return [asyncio.create_task(share(allowance, redis_url)) for allowance in allowances]

    def admit_user(self, scope: Scope, user_id: str) -> None:
        """Raise RateLimited if the user has sent too much."""
        if self._users is not None:
            scope["state"]["rate_limit"] = self._users.take(user_id)

    def admit_stranger(self, scope: Scope) -> None:
        """Raise RateLimited if too much has come from the address without a good token.

        It is the one that the server tells: of the proxy, unless the server is told which proxies to believe. Where it
        tells none, as behind a Unix socket, nobody can be told apart from anybody.
        """
        client = scope.get("client")
        if self._addresses is not None and client is not None:
            scope.setdefault("state", {})["rate_limit"] = self._addresses.take(network_of(client[0]))


def network_of(host: str) -> str:
    """What one caller has to itself: an IPv4 address, or a /64 of IPv6 (RFC 6177), in which addresses are free."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return host
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return f"{int(address) >> _NETWORK_BITS:x}::/{_NETWORK_BITS}"
