"""Who is compared, and how each is started: one process on one port, all on the same tables."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass

from todo_bench.baselines import node
from todo_bench.worker import API, UVICORN


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
            node.Skipped: it cannot be had.
        """

    def command(self, port: int) -> tuple[str, ...]:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Uvicorn(Candidate):
    """An ASGI application, served as the API is."""

    application: tuple[str, ...] = ()

    def command(self, port: int) -> tuple[str, ...]:
        return (*UVICORN, "--log-level", "warning", "--port", str(port), *self.application)


@dataclass(frozen=True, slots=True)
class Module(Candidate):
    """A module that serves itself."""

    module: str = ""

    def command(self, port: int) -> tuple[str, ...]:
        del port  # it reads PORT
        return (sys.executable, "-m", self.module)


@dataclass(frozen=True, slots=True)
class Node(Candidate):
    """A program for Node, by its file's name; all of them are installed together."""

    program: str = ""

    def prepare(self) -> None:
        node.prepare()

    def command(self, port: int) -> tuple[str, ...]:
        del port  # it reads PORT
        return tuple(node.command(self.program))


def _baseline(name: str) -> tuple[str]:
    return (f"todo_bench.baselines.{name}:app",)


THE_API = Uvicorn("api", "this API", supports_unchanged=True, application=API)
CANDIDATES: Mapping[str, Candidate] = {
    candidate.name: candidate
    for candidate in (
        THE_API,
        Uvicorn("floor", "bare ASGI, the same SQL", supports_unchanged=True, application=_baseline("floor")),
        Node("fastify_postgres", "Fastify + postgres.js", program="postgres"),
        Node("fastify_prisma", "Fastify + Prisma", program="prisma"),
        Uvicorn("idiomatic", "FastAPI + SQLModel, async", application=_baseline("idiomatic")),
        Uvicorn("sync_design", "FastAPI + SQLModel, threads", application=_baseline("sync_design")),
        Module("django", "Django + django-ninja", module="todo_bench.baselines.django_ninja"),
    )
}
