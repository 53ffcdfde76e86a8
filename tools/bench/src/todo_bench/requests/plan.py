"""What is sent in a slice: the same for every candidate, whoever sends it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from todo_bench.requests.scenarios import SHAPES, Kind, Shape
from todo_bench.worker import HOST


@dataclass(frozen=True, slots=True)
class Request:
    """Who asks, for what, and with which ETag, quotes included, if there is a condition."""

    user: int
    path: str
    etag: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Requests of each kind, and the order of kinds, which is begun again at its end.

    Of a kind that is to be sent once no request is repeated; all others are taken in turn.
    """

    tokens: Sequence[str]
    """The users', by their numbers."""
    order: Sequence[Kind]
    requests: Mapping[Kind, Sequence[Request]]

    @property
    def follows_etags(self) -> bool:
        """Whether an answer's ETag is the next request's condition."""
        return Kind.PATCH in self.requests

    def head(self, kind: Kind, request: Request) -> str:
        """All of a request that is known before it is sent; what may be missing is the ETag and the body."""
        token = self.tokens[request.user]
        return f"{SHAPES[kind].method} {request.path} HTTP/1.1\r\nHost: {HOST}\r\nAuthorization: Bearer {token}\r\n"


def tail(shape: Shape, number: int) -> str:
    """The end of the headers, and the body."""
    if not shape.body:
        return "\r\n"
    body = shape.body % number
    return f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}"
