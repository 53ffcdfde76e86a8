"""A real connection to the API, with faults where a test wants them."""

from collections.abc import Iterable, Iterator
from enum import Enum, auto

import httpx2

from contract.responses import CheckedTransport
from todo_api.problems import DATABASE_UNAVAILABLE, MEDIA_TYPE, RATE_LIMITED, Problem


class Fault(Enum):
    """What goes wrong with a request."""

    REFUSED = auto()
    """The connection is refused: the API never sees the request."""
    LOST = auto()
    """The API carries the request out, and its answer does not arrive."""
    UNAVAILABLE = auto()
    """Somebody on the way answers that the API is not there."""
    LIMITED = auto()
    """The API answers that too much has been sent."""
    OUTDATED = auto()
    """Somebody on the way gives the answer that was the last one to such a request."""


_REFUSALS = {Fault.UNAVAILABLE: DATABASE_UNAVAILABLE, Fault.LIMITED: RATE_LIMITED}


class Wire(httpx2.AsyncBaseTransport):
    """Carries requests, the first ones with these faults (None for none), and remembers which they were."""

    def __init__(self, *faults: Fault | None, path: str | None = None, retry_after: str = "0") -> None:
        """With a path, the faults are for requests to it."""
        self.requests: list[httpx2.Request] = []
        self.always: Fault | None = None
        """What goes wrong with every request, for as long as it is set."""
        self._faults: Iterator[Fault | None] = iter(faults)
        self._path = path
        self._keeps_answers = Fault.OUTDATED in faults
        self._retry_after = retry_after
        self._answers: dict[str, bytes] = {}
        self._transport = CheckedTransport()

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        path = request.url.path
        fault = self.always or (next(self._faults, None) if self._path in {None, path} else None)
        if fault is Fault.REFUSED:
            raise httpx2.ConnectError("refused", request=request)
        if fault in _REFUSALS:
            problem = Problem.of(_REFUSALS[fault])
            headers = {"Content-Type": MEDIA_TYPE, "Retry-After": self._retry_after}
            return httpx2.Response(problem.status, headers=headers, content=problem.model_dump_json().encode())
        if fault is Fault.OUTDATED:
            return httpx2.Response(200, headers={"Content-Type": "application/json"}, content=self._answers[path])
        response = await self._transport.handle_async_request(request)
        if self._keeps_answers and path == self._path:
            self._answers[path] = await response.aread()
        if fault is Fault.LOST:
            await response.aread()
            raise httpx2.ReadError("lost", request=request)
        return response

    async def aclose(self) -> None:
        await self._transport.aclose()

    def to(self, path: str) -> list[httpx2.Request]:
        """The requests to a path so far."""
        return [request for request in self.requests if request.url.path == path]

    @property
    def methods(self) -> list[str]:
        return methods(self.requests)


def methods(requests: Iterable[httpx2.Request]) -> list[str]:
    return [request.method for request in requests]
