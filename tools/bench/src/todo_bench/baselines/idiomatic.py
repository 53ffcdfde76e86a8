"""FastAPI and SQLModel's AsyncSession as their documentation has it: a session and a verified token for each request.

Objects of the ORM go out through `response_model`. The session keeps its objects after the commit, which saves reading
them again, and the pool has no overflow.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, FastAPI, Header, HTTPException, Query, Request, Response
from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession

from todo_bench.baselines import tasks
from todo_bench.baselines.bearer import User
from todo_bench.baselines.bodies import NewTask, NewTitle
from todo_bench.baselines.environment import POOL_SIZE, Environment
from todo_domain import Task, TaskRead
from todo_domain.schemas import TaskPage


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    environment = Environment.read()
    app.state.secret = environment.secret
    url = make_url(environment.database_url).set(drivername="postgresql+asyncpg")
    engine = create_async_engine(url, pool_size=POOL_SIZE, max_overflow=0)
    app.state.sessions = async_sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)
    yield
    await engine.dispose()


async def get_session(request: Request) -> AsyncIterator[AsyncSession]:
    async with request.app.state.sessions() as session:
        yield session


OwnSession = Annotated[AsyncSession, Depends(get_session)]

app = FastAPI(lifespan=lifespan, openapi_url=None)


async def own_task(session: AsyncSession, user_id: str, task_id: UUID, *, lock: bool = False) -> Task:
    task = await session.get(Task, (user_id, task_id), with_for_update=lock)
    if task is None:
        raise HTTPException(404)
    return task


@app.get("/healthz")
async def healthz() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/v1/tasks", response_model=TaskPage)
async def list_tasks(session: OwnSession, user: User, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> Any:
    found = (await session.exec(tasks.first_page(user, limit))).all()
    return tasks.page(found, limit)


@app.post("/v1/tasks", status_code=201, response_model=TaskRead)
async def create_task(body: NewTask, session: OwnSession, user: User) -> Task:
    inbox_id, last = (await session.exec(tasks.end_of_inbox(user))).one()
    task = tasks.new_task(user, body, inbox_id, last)
    session.add(task)
    await session.commit()
    return task


@app.get("/v1/tasks/{task_id}", response_model=TaskRead)
async def get_task(task_id: UUID, session: OwnSession, user: User, response: Response) -> Task:
    task = await own_task(session, user, task_id)
    response.headers["ETag"] = tasks.etag(task)
    return task


@app.patch("/v1/tasks/{task_id}", response_model=TaskRead)
async def update_task(  # noqa: PLR0913, PLR0917  a dependency each
    task_id: UUID,
    body: NewTitle,
    session: OwnSession,
    user: User,
    response: Response,
    if_match: Annotated[str | None, Header()] = None,
) -> Task:
    task = await own_task(session, user, task_id, lock=True)
    if if_match not in {None, tasks.etag(task)}:
        raise HTTPException(412)
    tasks.retitle(task, body.title)
    await session.commit()
    response.headers["ETag"] = tasks.etag(task)
    return task


@app.put("/v1/tasks/{task_id}/completion", response_model=TaskRead)
async def complete_task(task_id: UUID, session: OwnSession, user: User, response: Response) -> Task:
    task = await own_task(session, user, task_id, lock=True)
    tasks.complete(task)
    await session.commit()
    response.headers["ETag"] = tasks.etag(task)
    return task


@app.delete("/v1/tasks/{task_id}", status_code=204)
async def trash_task(task_id: UUID, session: OwnSession, user: User) -> None:
    tasks.trash(await own_task(session, user, task_id, lock=True))
    await session.commit()
