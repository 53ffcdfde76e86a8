"""For those who operate the service."""

from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel

from todo_api.deps import DatabaseDep, DrainingDep
from todo_api.problems import MIGRATIONS_PENDING, STOPPING, documented, problem
from todo_api.requests import StrictRoute
from todo_api.revisions import head, revision_of
from todo_domain.schemas.examples import example

router = APIRouter(tags=["health"], route_class=StrictRoute)


class Health(BaseModel):
    model_config = example({"status": "ok"})

    status: Literal["ok"]


@router.get("/healthz", response_model=Health)
async def check_health() -> Response:
    """Tell that the process is alive."""
    return _ok()


@router.get(
    "/readyz",
    response_model=Health,
    responses=documented(MIGRATIONS_PENDING, STOPPING),
)
async def check_readiness(database: DatabaseDep, draining: DrainingDep) -> Response:
    """Tell whether requests can be served.

    Nobody has told the process to stop, the database answers, and its schema is the one that this version works with,
    or a later one: what is added to it while this version still serves is nothing that it has to know.
    """
    if draining.has_begun:
        return problem(STOPPING, headers={"Retry-After": "5"})
    revision = await database.read(lambda session: revision_of(session.connection))
    if revision is None or revision < head():
        return problem(MIGRATIONS_PENDING, headers={"Retry-After": "5"})
    return _ok()


def _ok() -> Response:
    return Response(b'{"status":"ok"}', media_type="application/json")
