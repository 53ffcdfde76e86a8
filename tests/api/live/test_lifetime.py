"""How long a stream lasts: as long as its token, its reader's patience and its server."""

import asyncio
import socket
from urllib.parse import urlsplit

import pytest

from api.live.conftest import Start
from api.live.reader import PATH, reading
from api.outage.operator import Operator
from client import Client, refusal
from replica import Replica
from running import SECRET
from todo_api.auth import ClaimRules, mint
from todo_api.live import Pace
from todo_api.settings import DEVELOPMENT_ISSUER

LARGE = "x" * 9_000


async def test_a_stream_says_that_it_is_there(start: Start) -> None:
    async with start(pace=Pace(heartbeat=0.02)) as (ada,), reading(ada) as stream:
        for _ in range(3):
            await stream.until_heartbeat()
        await ada.create_task()
        event = await stream.event()

    assert event is not None
    assert event.name == "changes"


async def test_it_ends_with_the_token(start: Start) -> None:
    token = mint(SECRET, ClaimRules(DEVELOPMENT_ISSUER, DEVELOPMENT_ISSUER), user_id="ada", lifetime_seconds=2)

    async with start() as (ada,), reading(ada, Authorization=f"Bearer {token}") as stream:
        assert await stream.names() == []


async def test_there_are_so_many_and_no_more(start: Start) -> None:
    async with start(pace=Pace(streams=2)) as (ada,), reading(ada) as first:
        async with reading(ada):
            refused = await ada.get(PATH)
            assert refusal(refused) == (429, "too_many_streams")
            assert refused.headers["retry-after"] == "30"
        await until_let_in(ada)
        await ada.create_task()
        assert await first.event() is not None


async def test_a_stream_that_is_refused_takes_nobodys_place(start: Start) -> None:
    async with start(pace=Pace(streams=1)) as (ada,):
        for _ in range(3):
            assert refusal(await ada.get(PATH, params={"after": "x"})) == (400, "invalid_cursor")
            assert (await ada.request("HEAD", PATH)).status_code == 200
            await until_let_in(ada)


@pytest.mark.direct("without notifications the stream may end in another way than by its reader")
async def test_a_reader_who_takes_nothing_is_left(start: Start, caplog: pytest.LogCaptureFixture) -> None:
    """What was not taken is kept by nobody: of all that is written here, one event and the sockets' buffers."""
    async with start(pace=Pace(streams=1, send=0.3, farewell=0.1, heartbeat=0.1)) as (ada,):
        await ada.create_task()
        with socket.socket() as idle:
            idle.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
            idle.setblocking(False)  # noqa: FBT003  the standard library's own signature
            url = urlsplit(str(ada.http.base_url))
            loop = asyncio.get_running_loop()
            await loop.sock_connect(idle, (url.hostname, url.port))
            authorization = ada.http.headers["authorization"]
            request = f"GET {PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: {authorization}\r\n\r\n"
            await loop.sock_sendall(idle, request.encode())
            assert (await loop.sock_recv(idle, 12)) == b"HTTP/1.1 200"

            async with asyncio.timeout(30):
                while await write_and_ask(ada) == 429:
                    continue
    assert "without completing response" in caplog.text


async def write_and_ask(ada: Client) -> int:
    """The status of one stream more, of which there may be only one."""
    await asyncio.gather(*(ada.create_task(notes=LARGE) for _ in range(5)))
    async with ada.http.stream("GET", PATH) as response:
        return response.status_code


async def test_the_database_may_go_away_and_come_back(start: Start, operator: Operator) -> None:
    pace = Pace(heartbeat=0.05, retry=0.05, poll_broken=0.05, reconnect=0.05)
    async with start(pace=pace) as (ada,):
        replica = Replica(ada)
        await replica.catch_up()
        async with reading(ada, replica.cursor) as stream:
            await operator.lock_out("ALTER DATABASE {0} ALLOW_CONNECTIONS false")
            assert refusal(await ada.get(PATH)) == (503, "database_unavailable")
            await stream.until_heartbeat()
            await operator.let_in("ALTER DATABASE {0} ALLOW_CONNECTIONS true")

            await ada.create_task()
            await stream.follow(replica)


async def until_let_in(ada: Client) -> None:
    """The server learns of a hang-up a moment after it."""
    async with asyncio.timeout(5):
        while True:
            async with ada.http.stream("GET", PATH) as response:
                if response.status_code == 200:
                    return
