"""`todo demo` beside a `todo up` of the API alone."""

import socket
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest

from cli.commands import Up, running, todo, typed
from todo_api.cli import site
from todo_api.demo import Contents, missing_of
from todo_domain.schemas.batch import OPERATIONS_PER_BATCH
from todo_domain.types import Priority

EMPTY = Contents(ids=frozenset(), tasks=frozenset(), labels=frozenset())
TASKS = missing_of(EMPTY, date(2026, 11, 21)).all_tasks


class Account:
    """One user of a `todo up` that takes development tokens."""

    def __init__(self, up: Up, user: str, capsys: pytest.CaptureFixture[str]) -> None:
        self._up, self._user, self._capsys = up, user, capsys
        self._folder = up.line("Data: ").removeprefix("Data: ")
        assert typed("token", "--user", user, "--data", self._folder) == 0
        token = capsys.readouterr().out.strip()
        self.http = httpx2.Client(base_url=up.url, headers={"Authorization": f"Bearer {token}"}, trust_env=False)

    def demo(self, *more: str) -> tuple[int, str]:
        """The exit status, and what was printed."""
        status = typed("demo", "--user", self._user, "--data", self._folder, *more)
        printed = self._capsys.readouterr()
        return status, printed.out + printed.err

    def tasks(self, **filters: str) -> list[dict[str, Any]]:
        answer = self.http.get("/v1/tasks", params={"limit": "200"} | filters)
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    def names(self, kind: str) -> list[str]:
        return [each["name"] for each in self.http.get(f"/v1/{kind}").json()["items"]]

    def id_of(self, title: str, trash: str = "false") -> str:
        (found,) = (task["id"] for task in self.tasks(trash=trash) if task["title"] == title)
        return str(found)

    def everything(self) -> list[str]:
        return self.http.get("/v1/account/export").text.splitlines()


@pytest.fixture
def account(up: Up, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> Iterator[Account]:
    """Of a user whom no other test knows."""
    up.line("curl ")
    account = Account(up, request.node.name, capsys)
    with account.http:
        yield account


def test_one_batch_holds_it() -> None:
    assert 0 < len(missing_of(EMPTY, date(2026, 11, 21)).operations) <= OPERATIONS_PER_BATCH


def test_every_view_has_something_in_it(account: Account) -> None:
    status, printed = account.demo()

    assert (status, printed.splitlines()[0]) == (0, f"A week of {TASKS} tasks is there.")
    today = datetime.now().astimezone().date()
    (tomorrow, soon) = (str(today + timedelta(days=days)) for days in (1, 7))
    assert len(account.tasks(due_before=str(today), status="open")) >= 2
    assert len(account.tasks(due_after=str(today), due_before=tomorrow, status="open")) >= 4
    assert len(account.tasks(due_after=tomorrow, due_before=soon)) >= 5
    assert len(account.tasks(due_after=soon)) >= 2
    assert len(account.tasks(status="completed")) >= 5
    assert [task["title"] for task in account.tasks(trash="true")] == ["Buy a rowing machine"]
    assert {task["priority"] for task in account.tasks()} == set(Priority)
    assert len(account.names("projects")) == 5
    assert len(account.names("sections")) == 7
    assert set(account.names("labels")) == {label for task in account.tasks() for label in task["labels"]}
    assert {task["due"]["kind"] for task in account.tasks() if task["due"]} == {"date", "floating", "zoned"}


def test_subtasks_are_under_their_task(account: Account) -> None:
    account.demo()

    market = account.id_of("Market")
    titles = [(task["title"], task["status"]) for task in account.tasks(parent_id=str(market))]
    assert titles == [
        ("Tomatoes, the crooked ones", "open"),
        ("A dozen eggs", "open"),
        ("Flowers for the table", "open"),
        ("Coffee", "completed"),
    ]


def test_twice_is_once(account: Account) -> None:
    account.demo()
    first = account.everything()

    status, printed = account.demo()

    assert (status, printed.splitlines()[0]) == (0, "The week is there already; nothing was added.")
    assert account.everything() == first


def test_what_was_made_of_it_stays_and_what_is_gone_for_good_comes_back(account: Account) -> None:
    account.demo()
    garden = next(each for each in account.http.get("/v1/projects").json()["items"] if each["name"] == "Garden")
    label = account.http.get("/v1/labels").json()["items"][0]
    account.http.patch(f"/v1/labels/{label['id']}", json={"name": "in town"})
    account.http.patch(f"/v1/tasks/{account.id_of('Call Grandma')}", json={"title": "Call Grandma back"})
    account.http.put(f"/v1/tasks/{account.id_of('Renew the passport')}/completion")
    account.http.delete(f"/v1/tasks/{account.id_of('Launch day')}")
    account.http.delete(f"/v1/projects/{garden['id']}")
    account.http.delete(f"/v1/trash/{account.id_of('Buy a rowing machine', trash='true')}")
    before = account.everything()

    status, printed = account.demo()

    assert status == 0
    assert printed.splitlines()[0] == (
        "1 of 58 tasks, projects, sections and labels were added; what was there stayed as it was."
    )
    after = account.everything()
    assert len(after) == len(before) + 1
    assert [line for line in before[1:] if line not in after] == []


def test_what_has_no_place_any_more_is_told(account: Account) -> None:
    account.demo()
    garden = next(each for each in account.http.get("/v1/projects").json()["items"] if each["name"] == "Garden")
    compost = account.id_of("Turn the compost")
    account.http.delete(f"/v1/tasks/{compost}")
    account.http.delete(f"/v1/trash/{compost}")
    account.http.delete(f"/v1/projects/{garden['id']}")

    status, printed = account.demo()

    assert status == 0
    assert printed.splitlines()[0].endswith("1 could not be added: There is no such project.")


def test_an_account_with_tasks_of_its_own_is_left_alone_unless_asked(account: Account) -> None:
    account.http.post("/v1/tasks", json={"title": "File the taxes"})
    before = account.everything()

    refused = account.demo()

    why = "This account has 1 task of its own, and nothing was added."
    assert refused == (1, f"{why} Add the week to them with --yes, or choose another account.\n")
    assert account.everything() == before
    assert account.demo("--yes")[0] == 0
    assert len(account.tasks()) + len(account.tasks(trash="true")) == TASKS + 1


def test_in_a_process_of_its_own_it_fills_the_account_that_up_printed_a_token_for(folder: Path) -> None:
    with running("--data", folder) as up:
        up.line("curl ")

        done = todo("demo", "--data", folder)

        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == (
            f"A week of {TASKS} tasks is there.\n"
            f"It is in the account of me, on {up.url}: `todo token` gives a token for it.\n"
        )
        assert "Call Grandma" in up.titles()
        assert up.stop() == 0

    gone = todo("demo", "--data", folder)
    assert (gone.returncode, gone.stdout) == (1, "")
    assert gone.stderr == (
        f"No `todo up` is running on the data folder {folder}. Start it in another terminal with `todo up`,"
        " or name one that runs elsewhere with --url.\n"
    )


def test_where_nobody_signs_in_there_is_no_email(account: Account, up: Up) -> None:
    status, printed = account.demo("--email", "robin@todo.example")

    assert (status, printed) == (1, f"Nobody signs in on {up.url}: choose the account with --user.\n")
    assert account.tasks() == []


def test_one_named_by_its_url_is_asked(up: Up, account: Account, folder: Path) -> None:
    status, printed = account.demo("--url", f"{up.url}/")
    assert status == 0, printed

    other = todo("demo", "--url", up.url, "--data", folder)
    assert other.returncode == 1
    assert other.stderr.startswith(f"{up.url} answered /v1/account/export with status 401.")


def test_no_token_of_this_machine_goes_to_another(account: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "is_this_machine", lambda _: False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")

    status, printed = account.demo()

    assert status == 1
    assert "signs nobody in, and is not on this machine, whose tokens are for nobody else" in printed


def test_where_nothing_answers_it_says_how_to_start_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and nobody listens there
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"

        assert typed("demo", "--url", url, "--data", folder) == 1

    assert capsys.readouterr().err == f"Nothing answers on {url}. Start it with `todo up`, in another terminal.\n"


@pytest.mark.parametrize("url", ["", "127.0.0.1:8000", "ftp://127.0.0.1", "http://ada@127.0.0.1", "http://a/b", "*"])
def test_what_is_no_address_is_refused(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("demo", "--url", url) == 2

    assert "It is an address such as http://127.0.0.1:8000." in capsys.readouterr().err


def test_a_day_counts_from_today() -> None:
    def dues(today: date) -> list[date]:
        bodies = [each.body for each in missing_of(EMPTY, today).operations if each.op == "create_task"]
        return [body.due.date for body in bodies if body.due is not None and body.due.kind == "date"]

    a_day, the_next = date(2028, 2, 28), date(2028, 2, 29)
    assert [day + timedelta(days=1) for day in dues(a_day)] == dues(the_next)
