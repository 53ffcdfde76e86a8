"""`todo demo` beside a `todo up` that signs people in."""

import tempfile
from collections.abc import Iterator

import httpx2
import pytest

from cli.commands import Up, running_with_web, typed
from todo_api.cli import site
from todo_api.cli.beside import beside_the_api

EMAIL, PASSWORD = "demo@todo.example", "a believable week"


@pytest.fixture(scope="module")
def everything() -> Iterator[Up]:
    """A `todo up` that several tests use and none stops."""
    assert beside_the_api({"TODO_DEVELOPMENT_SECRET": "of the data folder"}) is not None  # which no test waits for
    limit = {"AUTH_RATE_LIMIT": "off"}
    with tempfile.TemporaryDirectory(prefix="todo-") as folder, running_with_web("--data", folder, **limit) as up:
        yield up


def demo(up: Up, *more: str) -> int:
    return typed("demo", "--data", up.line("Data: ").removeprefix("Data: "), *more)


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs here counts as another machine's."""
    monkeypatch.setattr(site, "is_this_machine", lambda _: False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def titles(up: Up, email: str, password: str) -> list[str]:
    """What a person sees after signing in."""
    person = {"email": email, "password": password}
    with httpx2.Client(base_url=up.url, headers={"Origin": up.url}, trust_env=False, timeout=30) as http:
        assert http.post("/api/auth/sign-in/email", json=person).status_code == 200
        token = http.get("/api/auth/token").json()["token"]
        tasks = http.get("/v1/tasks", params={"limit": 200}, headers={"Authorization": f"Bearer {token}"})
        return [task["title"] for task in tasks.json()["items"]]


def test_a_person_is_made_who_can_sign_in_and_finds_the_week(
    everything: Up, capsys: pytest.CaptureFixture[str]
) -> None:
    assert demo(everything) == 0

    said, *how = capsys.readouterr().out.splitlines()
    assert said.startswith("A week of ")
    assert how == [f"Open {everything.url} and sign in:", f"  e-mail    {EMAIL}", f"  password  {PASSWORD}"]
    first = titles(everything, EMAIL, PASSWORD)
    assert "Call Grandma" in first

    assert demo(everything) == 0
    assert capsys.readouterr().out.splitlines() == ["The week is there already; nothing was added.", *how]
    assert titles(everything, EMAIL, PASSWORD) == first


def test_somebody_elses_account_needs_the_password(everything: Up, capsys: pytest.CaptureFixture[str]) -> None:
    ada = ["--email", "ada@todo.example"]
    assert demo(everything, *ada, "--password", "correct horse battery staple") == 0
    capsys.readouterr()

    assert demo(everything, *ada) == 1

    assert capsys.readouterr().err == (
        f"ada@todo.example has an account on {everything.url} already, with another password;"
        " say which with --password, or choose another --email.\n"
    )
    assert "Call Grandma" in titles(everything, "ada@todo.example", "correct horse battery staple")


def test_better_auth_says_what_is_wrong_with_a_person(everything: Up, capsys: pytest.CaptureFixture[str]) -> None:
    assert demo(everything, "--email", "bob@todo.example", "--password", "short") == 1

    printed = capsys.readouterr().err
    assert printed.startswith(f"{everything.url} answered /api/auth/sign-up/email with status 400. ")
    assert "short" in printed


def test_no_name_stands_for_an_account_there(everything: Up, capsys: pytest.CaptureFixture[str]) -> None:
    assert demo(everything, "--user", "ada") == 1

    assert capsys.readouterr().err == (
        f"People sign in on {everything.url}: choose the account with --email instead of --user.\n"
    )


@pytest.mark.usefixtures("elsewhere")
def test_elsewhere_nobody_gets_the_password_that_everybody_knows(
    everything: Up, capsys: pytest.CaptureFixture[str]
) -> None:
    eve = ["--email", "eve@todo.example"]
    assert demo(everything, *eve) == 1
    assert "is not on this machine: choose a --password that not everybody knows." in capsys.readouterr().err

    assert demo(everything, *eve, "--password", "correct horse battery staple") == 0
