"""The sync design, as it was recorded: `def` routes in FastAPI's thread pool, SQLModel's Session, psycopg2.

Ten connections and up to twenty more, each probed before it is used. The session is opened in the route, and not by the
usual dependency with a `yield`: that one keeps its connection until the answer is sent, for which a thread is needed,
and at 100 connections all forty threads come to wait for one of thirty connections whose holders wait for a thread.
Measured so, it stood still for 30 seconds and answered 500. This is the same design without the fault.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, FastAPI, Header, HTTPException, Query, Request, Response
from sqlalchemy import make_url
from sqlalchemy.orm import sessionmaker
from sqlmodel import Session, create_engine

from todo_bench.baselines import tasks
from todo_bench.baselines.bearer import User
from todo_bench.baselines.bodies import NewTask, NewTitle
from todo_bench.baselines.environment import POOL_SIZE, Environment
from todo_domain import Task, TaskRead
from todo_domain.schemas import TaskPage

OVERFLOW = 20


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    environment = Environment.read()
    app.state.secret = environment.secret
    url = make_url(environment.database_url).set(drivername="postgresql+psycopg2")
    engine = create_engine(url, pool_size=POOL_SIZE, max_overflow=OVERFLOW, pool_pre_ping=True)
    app.state.sessions = sessionmaker(engine, class_=Session, expire_on_commit=False)
    yield
    engine.dispose()


async def get_sessions(request: Request) -> Any:
    return request.app.state.sessions


Sessions = Annotated[sessionmaker[Session], Depends(get_sessions)]

app = FastAPI(lifespan=lifespan, openapi_url=None)


def own_task(session: Session, user_id: str, task_id: UUID, *, lock: bool = False) -> Task:
    task = session.get(Task, (user_id, task_id), with_for_update=lock)
    if task is None:
        raise HTTPException(404)
    return task


@app.get("/healthz")
async def healthz() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/v1/tasks", response_model=TaskPage)
def list_tasks(sessions: Sessions, user: User, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> Any:
    with sessions() as session:
        found = session.exec(tasks.first_page(user, limit)).all()
    return tasks.page(found, limit)


@app.post("/v1/tasks", status_code=201, response_model=TaskRead)
def create_task(body: NewTask, sessions: Sessions, user: User) -> Task:
    with sessions() as session:
        inbox_id, last = session.exec(tasks.end_of_inbox(user)).one()
        task = tasks.new_task(user, body, inbox_id, last)
        session.add(task)
        session.commit()
    return task


@app.get("/v1/tasks/{task_id}", response_model=TaskRead)
def get_task(task_id: UUID, sessions: Sessions, user: User, response: Response) -> Task:
    with sessions() as session:
        task = own_task(session, user, task_id)
    response.headers["ETag"] = tasks.etag(task)
    return task


@app.patch("/v1/tasks/{task_id}", response_model=TaskRead)
def update_task(  # noqa: PLR0913, PLR0917  a dependency each
    task_id: UUID,
    body: NewTitle,
    sessions: Sessions,
    user: User,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> Task:
    with sessions() as session:
        task = own_task(session, user, task_id, lock=True)
        if if_match not in {None, tasks.etag(task)}:
            raise HTTPException(412)
        tasks.retitle(task, body.title)
        session.commit()
    response.headers["ETag"] = tasks.etag(task)
    return task


@app.put("/v1/tasks/{task_id}/completion", response_model=TaskRead)
def complete_task(task_id: UUID, sessions: Sessions, user: User, response: Response) -> Task:
    with sessions() as session:
        task = own_task(session, user, task_id, lock=True)
        tasks.complete(task)
        session.commit()
    response.headers["ETag"] = tasks.etag(task)
    return task


@app.delete("/v1/tasks/{task_id}", status_code=204)
def trash_task(task_id: UUID, sessions: Sessions, user: User) -> None:
    with sessions() as session:
        tasks.trash(own_task(session, user, task_id, lock=True))
        session.commit()
