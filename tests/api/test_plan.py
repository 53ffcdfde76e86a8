"""Planned calls: whatever is asked, the answer is the one that FastAPI alone would give."""

import json
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

import pytest
from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI, Query, Request, Response, Security

from api.test_access import PRIVATE
from client import Client
from operations import Belongings, Operation
from running import Api
from serving import serving_app
from todo_api.app import create_app
from todo_api.database import DatabaseUnavailable
from todo_api.deps import identify
from todo_api.plan import Plan, Unplannable
from todo_api.requests import StrictRoute

_VARYING = {
    re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"): "ID",
    re.compile(r"\d{4}-\d\d-\d\dT[0-9:.]+(Z|\+00:00)"): "INSTANT",
    re.compile(r"\d{10,}"): "VERSION",
    re.compile(r'("(?:next_cursor|position)" ?: ?)"[^"]*"'): r"\1OPAQUE",
    re.compile(r"(?m)^id: .*$"): "id: OPAQUE",
    re.compile(r";t=\d+"): ";t=SECONDS",
    re.compile(r"\b(ada|bob)-"): "NAME-",
}
"""What differs between two people who did the same."""
_OF_ITS_OWN = {"date", "content-length", "x-request-id"}
"""Headers that every answer has another value of."""
_HEADERS: tuple[dict[str, str], ...] = (
    {"If-Match": '"1"'},
    {"If-Match": "nonsense"},
    {"If-None-Match": '"1", W/"2"'},
    {"Last-Event-ID": "x" * 5000},
    {"Idempotency-Key": "a b"},
    {"Client-Name": "tests/1"},
    {"Accept": "text/html"},
)


@dataclass(frozen=True)
class Asked:
    """A request about one's own things."""

    path: str
    content: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@pytest.fixture(scope="session")
async def solving_api(plain_api: Api) -> AsyncIterator[Api]:
    """The same API on the same database, with every call left to FastAPI, as it has a dependency to override."""
    app = create_app(plain_api.settings)
    app.dependency_overrides[_nobody_asks] = _nobody_asks
    async with serving_app(app) as url:
        yield Api(url, plain_api.settings, plain_api.database)


async def _nobody_asks() -> None:
    pass


@pytest.mark.parametrize("operation", PRIVATE, ids=str)
async def test_the_answers_are_fastapis_own(
    operation: Operation, plain_api: Api, solving_api: Api, request: pytest.FixtureRequest
) -> None:
    people = [f"{name}-{request.node.name}" for name in ("ada", "bob")]
    async with plain_api.http(people[0]) as planned, solving_api.http(people[1]) as solved:
        ada, bob = Client(planned, people[0]), Client(solved, people[1])
        hers, his = await Belongings.of(ada), await Belongings.of(bob)
        for asked, same in zip(_requests(operation, hers), _requests(operation, his), strict=True):
            assert await _answer(ada, operation, asked) == await _answer(bob, operation, same), asked


@pytest.mark.parametrize("operation", PRIVATE, ids=str)
async def test_a_good_request_does_not_need_fastapi(
    operation: Operation, plain_api: Api, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with plain_api.http(request.node.name) as http:
        ada = Client(http, request.node.name)
        await Belongings.of(ada)
        belongings = await Belongings.of(ada)
        monkeypatch.setattr("fastapi.routing.solve_dependencies", None)

        response = await ada.request(operation.method, belongings.path(operation), json=belongings.body(operation))

    assert response.is_success


async def test_an_override_is_in_force(plain_api: Api) -> None:
    app = create_app(plain_api.settings)
    app.dependency_overrides[identify] = _refuse
    async with serving_app(app) as url, Api(url, plain_api.settings, plain_api.database).http("ada") as http:
        response = await http.get("/v1/account")

    assert response.status_code == 503


async def _refuse() -> None:
    raise DatabaseUnavailable


async def _name() -> str:
    return "Ada"


def _yields() -> Iterator[str]:
    yield "Ada"


async def _asks_twice(of: Annotated[str, Depends(_name, use_cache=False)]) -> Response:
    return Response(of)


async def _takes_a_generator(of: Annotated[str, Depends(_yields)]) -> Response:
    return Response(of)


async def _takes_scopes(of: Annotated[str, Security(_name, scopes=["all"])]) -> Response:
    return Response(of)


async def _takes_a_plain_parameter(of: Annotated[str, Query()]) -> Response:
    return Response(of)


async def _takes_tasks(later: BackgroundTasks) -> Response:
    later.add_task(_nobody_asks)
    return Response()


async def _takes_keywords(*, request: Request) -> Response:
    return Response(request.url.path)


async def _answers_a_model() -> dict[str, str]:
    return {}


def _runs_in_a_thread() -> Response:
    return Response()


@pytest.mark.parametrize(
    "operation",
    [
        _asks_twice,
        _takes_a_generator,
        _takes_scopes,
        _takes_a_plain_parameter,
        _takes_tasks,
        _takes_keywords,
        _answers_a_model,
        _runs_in_a_thread,
    ],
)
def test_what_is_not_known_is_left_to_fastapi(operation: Any) -> None:
    with pytest.raises(Unplannable):
        Plan(operation, ())

    router = APIRouter(route_class=StrictRoute)
    router.add_api_route("/", operation, response_model=None)
    FastAPI().include_router(router)

    (route,) = router.routes
    assert isinstance(route, StrictRoute)
    assert route.plan is None


def test_a_route_with_dependencies_of_its_own_is_left_to_fastapi() -> None:
    router = APIRouter(route_class=StrictRoute, dependencies=[Depends(_name)])
    router.add_api_route("/", _takes_nothing)

    (route,) = router.routes
    assert isinstance(route, StrictRoute)
    assert route.plan is None


async def _takes_nothing() -> Response:
    return Response()


def _requests(operation: Operation, belongings: Belongings) -> Iterator[Asked]:
    """Good and bad ones, in one order for everybody; what changes most comes last."""
    path, body = belongings.path(operation), belongings.body(operation)
    content = None if body is None else json.dumps(body).encode()
    kind = {} if body is None else {"Content-Type": "application/json"}
    asking = "&" if "?" in path else "?"
    queries = ["nonsense=1", "%ff", "%zz"]
    for name, parameter in operation.parameters.items():
        if parameter["in"] == "query":
            queries += [
                f"{name}=",
                f"{name}=nonsense",
                f"{name}=1",
                f"{name}=true",
                f"{name}=1&{name}=2",
                f"{name}=%00",
            ]
    for query in queries:
        yield Asked(f"{path}{asking}{query}", content, kind)
    if operation.names_a_row:
        yield Asked(re.sub(r"[0-9a-f-]{36}", "nonsense", path), content, kind)
    for headers in _HEADERS:
        yield Asked(path, content, {**kind, **headers})
    for bad in _bad_bodies(body):
        yield Asked(path, bad, {"Content-Type": "application/json", "If-Match": "nonsense"})
    yield Asked(path, b"a=1", {"Content-Type": "application/x-www-form-urlencoded"})
    yield Asked(path, content, kind)


def _bad_bodies(body: Mapping[str, Any] | None) -> Iterator[bytes]:
    yield from (b"", b"null", b"[]", b'"text"', b"{", b'{"a": 1, "a": 2}', b'{"nonsense": 1}', b"\xff", b"[" * 3000)
    for name in body or {}:
        values: list[Any] = [None, {}, [], 5, "\0", "x" * 30_000, True]
        for value in values:
            yield json.dumps({**(body or {}), name: value}).encode()


async def _answer(person: Client, operation: Operation, asked: Asked) -> tuple[int, dict[str, str], str]:
    """What came back, without what differs between two people."""
    response = await person.request(operation.method, asked.path, content=asked.content, headers=dict(asked.headers))
    headers = {name: _same(value) for name, value in response.headers.items() if name not in _OF_ITS_OWN}
    return response.status_code, headers, _same(response.text)


def _same(text: str) -> str:
    for pattern, name in _VARYING.items():
        text = pattern.sub(name, text)
    return text
