"""What a command asks of a `todo up` that runs somewhere: to sign somebody in, and to read and write their things."""

from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import httpx2

from todo_api.batches import BatchRead
from todo_api.cli.refusal import Refused
from todo_api.database_url import is_this_machine
from todo_domain.schemas import Batch

_SECONDS = 30.0
_EMAIL_TAKEN = 422


class Site:
    """One origin, visited by one person. Every method raises Refused where it gets no answer, or none to work with."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.is_here = is_this_machine(urlsplit(origin).hostname or "")
        self._http = httpx2.Client(
            base_url=origin,
            headers={"Origin": origin, "Client-Name": "todo-demo"},
            timeout=_SECONDS,
            trust_env=not self.is_here,  # no proxy knows the way to this machine
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._http.close()

    def signs_people_in(self) -> bool:
        answer = self._send("GET", "/api/auth/ok")
        if answer.status_code != httpx2.codes.NOT_FOUND:
            self._expect(answer, httpx2.codes.OK)
        return answer.status_code == httpx2.codes.OK

    def sign_in(self, email: str, password: str, name: str) -> None:
        """Sign up who is not known yet."""
        person = {"email": email, "password": password}
        answer = self._send("POST", "/api/auth/sign-in/email", json=person)
        if answer.status_code == httpx2.codes.UNAUTHORIZED:
            answer = self._send("POST", "/api/auth/sign-up/email", json=person | {"name": name})
            if answer.status_code == _EMAIL_TAKEN:
                raise Refused(
                    f"{email} has an account on {self.origin} already, with another password;"
                    " say which with --password, or choose another --email."
                )
        self._expect(answer, httpx2.codes.OK)
        given = self._send("GET", "/api/auth/token")
        self._expect(given, httpx2.codes.OK)
        self.use_token(given.json()["token"])

    def use_token(self, token: str) -> None:
        self._http.headers["Authorization"] = f"Bearer {token}"

    def export(self) -> list[str]:
        """The lines of the account's export."""
        answer = self._send("GET", "/v1/account/export")
        self._expect(answer, httpx2.codes.OK)
        return answer.text.splitlines()

    def write(self, batch: Batch) -> BatchRead:
        headers = {"Content-Type": "application/json"}
        answer = self._send("POST", "/v1/batch", content=batch.model_dump_json(), headers=headers)
        self._expect(answer, httpx2.codes.OK)
        return BatchRead.model_validate_json(answer.content)

    def _send(self, method: str, path: str, **more: Any) -> httpx2.Response:
        try:
            return self._http.request(method, path, **more)
        except httpx2.TransportError as error:
            raise Refused(f"Nothing answers on {self.origin}. Start it with `todo up`, in another terminal.") from error

    def _expect(self, answer: httpx2.Response, status: int) -> None:
        if answer.status_code != status:
            path = answer.request.url.path
            raise Refused(f"{self.origin} answered {path} with status {answer.status_code}. {_reason(answer)}".strip())


def _reason(answer: httpx2.Response) -> str:
    """As a problem of ours says it in `detail`, or Better Auth in `message`; empty if it is neither."""
    try:
        said = answer.json()
    except ValueError:
        return ""
    return str(said.get("detail") or said.get("message") or "") if isinstance(said, dict) else ""
