"""What is asked for, and in what shares."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPMethod, HTTPStatus


class Kind(StrEnum):
    """One way to ask."""

    GET = "get"
    LIST = "list"
    UNCHANGED = "unchanged"
    CREATE = "create"
    PATCH = "patch"
    COMPLETE = "complete"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Shape:
    """What all requests of a kind have in common."""

    method: HTTPMethod
    status: HTTPStatus
    """What every answer has to be."""
    condition: str | None = None
    """The header that carries an ETag."""
    body: str = ""
    """A number has to be put in with `%`, always of the same length."""
    once: bool = False
    """The second time it would be less work."""

    @property
    def writes(self) -> bool:
        return self.method is not HTTPMethod.GET


SHAPES: Mapping[Kind, Shape] = {
    Kind.GET: Shape(HTTPMethod.GET, HTTPStatus.OK),
    Kind.LIST: Shape(HTTPMethod.GET, HTTPStatus.OK),
    Kind.UNCHANGED: Shape(HTTPMethod.GET, HTTPStatus.NOT_MODIFIED, condition="If-None-Match"),
    Kind.CREATE: Shape(
        HTTPMethod.POST,
        HTTPStatus.CREATED,
        body='{"title":"Water the tomatoes %08d","notes":"Twice a week, early in the morning.","priority":"high"}',
    ),
    Kind.PATCH: Shape(
        HTTPMethod.PATCH, HTTPStatus.OK, condition="If-Match", body='{"title":"Water the tomatoes %08d"}'
    ),
    Kind.COMPLETE: Shape(HTTPMethod.PUT, HTTPStatus.OK, once=True),
    Kind.DELETE: Shape(HTTPMethod.DELETE, HTTPStatus.NO_CONTENT, once=True),
}


@dataclass(frozen=True, slots=True)
class Scenario:
    """Kinds of requests, each with how many of so many are of it."""

    name: str
    shares: Mapping[Kind, int]

    @property
    def writes(self) -> bool:
        return any(SHAPES[kind].writes for kind in self.shares)


def _only(kind: Kind) -> Scenario:
    return Scenario(kind.value, {kind: 1})


_MIXED = {Kind.LIST: 140, Kind.GET: 20, Kind.CREATE: 15, Kind.PATCH: 15, Kind.DELETE: 10}
SCENARIOS: Mapping[str, Scenario] = {
    scenario.name: scenario
    for scenario in (
        *(_only(kind) for kind in Kind if kind is not Kind.DELETE),
        Scenario("mixed", _MIXED),
    )
}
