"""Who is compared, and how each is started: one process on one port, all on the same tables."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from todo_bench.worker import API, UVICORN

_BASELINES = "todo_bench.baselines"


class Missing(Exception):
    """The candidate cannot take part; the message says why."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A program that answers what the API answers; it reads PORT, DATABASE_URL and TODO_DEVELOPMENT_SECRET."""

    name: str
    title: str
    supports_unchanged: bool = False
    """It knows If-None-Match."""

    def prepare(self) -> None:
        """Install what it needs.

        Raises:
            Missing: it cannot be had.
        """

    def command(self, port: int) -> tuple[str, ...]:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Uvicorn(Candidate):
    """An ASGI application, served as the API is."""

    application: tuple[str, ...] = ()

    def prepare(self) -> None:
        _find(self.application[-1].partition(":")[0])

    def command(self, port: int) -> tuple[str, ...]:
        return (*UVICORN, "--log-level", "warning", "--port", str(port), *self.application)


@dataclass(frozen=True, slots=True)
class Module(Candidate):
    """A module that serves itself."""

    module: str = ""

    def prepare(self) -> None:
        _find(self.module)

    def command(self, port: int) -> tuple[str, ...]:
        del port  # it reads PORT
        return (sys.executable, "-m", self.module)


@dataclass(frozen=True, slots=True)
class Node(Candidate):
    """A program for Node, by its file's name; all of them are installed together."""

    program: str = ""

    def prepare(self) -> None:
        node = _node()
        try:
            node.prepare()
        except node.Skipped as reason:
            raise Missing(str(reason)) from reason

    def command(self, port: int) -> tuple[str, ...]:
        del port  # it reads PORT
        return tuple(_node().command(self.program))


def _node() -> Any:
    """How programs for Node are installed and started."""
    module = f"{_BASELINES}.node"
    _find(module)
    return import_module(module)


def _find(module: str) -> None:
    try:
        found = find_spec(module)
    except ModuleNotFoundError:
        found = None
    if found is None:
        raise Missing(f"there is no module {module}")


THE_API = Uvicorn("api", "this API", supports_unchanged=True, application=API)
CANDIDATES: Mapping[str, Candidate] = {
    candidate.name: candidate
    for candidate in (
        THE_API,
        Uvicorn("floor", "bare ASGI, the same SQL", supports_unchanged=True, application=(f"{_BASELINES}.floor:app",)),
        Node("fastify_postgres", "Fastify + postgres.js", program="postgres"),
        Node("fastify_prisma", "Fastify + Prisma", program="prisma"),
        Uvicorn("idiomatic", "FastAPI + SQLModel, async", application=(f"{_BASELINES}.idiomatic:app",)),
        Uvicorn("sync_design", "FastAPI + SQLModel, threads", application=(f"{_BASELINES}.sync_design:app",)),
        Module("django", "Django + django-ninja", module=f"{_BASELINES}.django_ninja"),
    )
}
