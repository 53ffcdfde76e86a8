"""Requests sent as one user, again where that is safe, and what comes back told apart."""

import asyncio
from http import HTTPStatus
from typing import Literal, Protocol, Unpack

import httpx2
from pydantic import ValidationError

from todo_client.call import Call
from todo_client.document import Document
from todo_client.errors import TodoError, TodoProblem, UnexpectedAnswer, Unreachable
from todo_client.models import Problem
from todo_client.retries import Retries
from todo_client.token import Token
from todo_client.versioned import Versioned
from todo_client.writing import WriteOptions, conditions

_NEVER_SENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout)


class Reader[T](Protocol):
    """What makes a document out of JSON: Pydantic's, of a model or a type."""

    def __call__(self, json: bytes, /, *, extra: Literal["ignore"]) -> T: ...


class Connection:
    """Every method raises TodoError and nothing else, apart from what the token provider raises."""

    def __init__(
        self, http: httpx2.AsyncClient, token: Token, retries: Retries, timeout: float, client_name: str
    ) -> None:
        self._http = http
        self._token = token
        self._retries = retries
        self._timeout = timeout
        self._client_name = client_name

    async def read[T](self, reader: Reader[T], call: Call, known: Versioned[T] | None = None) -> Versioned[T]:
        """The document that answers the call; `known` itself if it is still current."""
        response = await self.send(call)
        if response.status_code == HTTPStatus.NOT_MODIFIED and known is not None:
            return known
        etag = response.headers.get("ETag")
        if etag is None:
            raise UnexpectedAnswer(str(call), response.status_code)
        return Versioned(parsed(reader, response.content, call, response.status_code), etag, change_id(response))

    async def fetch[T](self, reader: Reader[T], call: Call) -> T:
        """The document that answers the call, where documents have no versions."""
        response = await self.send(call)
        return parsed(reader, response.content, call, response.status_code)

    async def remove(self, path: str, **options: Unpack[WriteOptions]) -> int | None:
        """Delete what is there. Answers with the change, unless the attempt that made it got no answer."""
        call = Call(method="DELETE", path=path, is_removal=True, **conditions(options))
        return change_id(await self.send(call))

    async def send(self, call: Call) -> httpx2.Response:
        """The successful answer."""
        maybe_done = False
        for pause in self._retries.pauses():
            try:
                response = await self._attempt(call)
            except (httpx2.TransportError, TimeoutError) as error:
                maybe_done = maybe_done or not isinstance(error, _NEVER_SENT)
                if pause is None or (maybe_done and not call.is_repeatable):
                    raise Unreachable(str(call), maybe_done=maybe_done) from error
                await asyncio.sleep(pause)
                continue
            if response.is_success or response.status_code == HTTPStatus.NOT_MODIFIED:
                return response
            if response.status_code == HTTPStatus.NOT_FOUND and maybe_done and call.is_removal:
                return response  # it was there when it was asked for the first time
            refusal = _refusal(call, response)
            wait = self._wait(refusal, pause) if call.is_repeatable else None
            if wait is None:
                raise refusal
            maybe_done = True
            await asyncio.sleep(wait)
        raise AssertionError("The last attempt either returns or raises.")

    def _wait(self, refusal: TodoError, pause: float | None) -> float | None:
        """How long to wait before asking again; None for not asking again."""
        if pause is None or not isinstance(refusal, TodoProblem) or not _will_pass(refusal):
            return None
        wait = pause + (refusal.retry_after or 0)
        return wait if wait <= self._retries.longest_pause else None

    async def _attempt(self, call: Call) -> httpx2.Response:
        """Any answer at all; with another token if the first has expired."""
        if call.is_public:
            return await self._once(call, {})
        token = await self._token.current()
        response = await self._once(call, {"Authorization": f"Bearer {token}"})
        if response.status_code == HTTPStatus.UNAUTHORIZED and _has_expired(response):
            other = await self._token.other_than(token)
            if other != token:
                response = await self._once(call, {"Authorization": f"Bearer {other}"})
        return response

    async def _once(self, call: Call, headers: dict[str, str]) -> httpx2.Response:
        if call.is_write:
            headers = {**headers, "Client-Name": self._client_name}
        request = self._http.build_request(
            call.method,
            call.path,
            params=dict(call.query),
            content=call.body.model_dump_json() if isinstance(call.body, Document) else call.body,
            headers=call.headers | headers,
            timeout=httpx2.Timeout(self._timeout, read=call.longest_silence or self._timeout),
        )
        # HTTP's own timeouts bound each read; this one bounds the answer, however slowly it drips.
        async with asyncio.timeout(self._timeout):
            response = await self._http.send(request, stream=call.is_stream)
            if call.is_stream and not response.is_success:
                await response.aread()
            return response


def parsed[T](reader: Reader[T], content: bytes, call: Call, status: int) -> T:
    """The document; fields that a newer API has added are left out.

    Raises:
        UnexpectedAnswer: it is no such document.
    """
    try:
        return reader(content, extra="ignore")
    except ValidationError as error:
        raise UnexpectedAnswer(str(call), status) from error


def change_id(response: httpx2.Response) -> int | None:
    """The change that a write has made; None if it has made none."""
    told = response.headers.get("Change-Id", "")
    return int(told) if told.isdecimal() else None


def _will_pass(refusal: TodoProblem) -> bool:
    """Whether the API can do later what it cannot do now; the first attempt may still be at work."""
    return refusal.status == HTTPStatus.SERVICE_UNAVAILABLE or refusal.code in {"still_running", "rate_limited"}


def _has_expired(response: httpx2.Response) -> bool:
    refusal = _refusal(Call(method="GET", path=response.url.path), response)
    return isinstance(refusal, TodoProblem) and refusal.code == "token_expired"


def _refusal(call: Call, response: httpx2.Response) -> TodoError:
    try:
        problem = parsed(Problem.model_validate_json, response.content, call, response.status_code)
    except UnexpectedAnswer as error:
        return error
    retry_after = response.headers.get("Retry-After", "")
    return TodoProblem(
        problem,
        etag=response.headers.get("ETag"),
        retry_after=int(retry_after) if retry_after.isdecimal() else None,
    )
