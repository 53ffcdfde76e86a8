"""`todo up` with all that it serves: Better Auth beside the API, on one origin."""

import re
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from cli.commands import Up, ends, running_with_web, todo, typed
from todo_api.cli import checkout
from todo_api.cli.beside import beside_the_api

PASSWORD = "correct horse battery staple"
GENERATED = {"TODO_DEVELOPMENT_SECRET": "of the data folder"}


@pytest.fixture(scope="module", autouse=True)
def prepared() -> None:
    """Installed and built beforehand, which takes longer than a test waits."""
    assert beside_the_api(GENERATED) is not None


@pytest.fixture(scope="module")
def everything() -> Iterator[Up]:
    """A `todo up` that several tests use and none stops."""
    with tempfile.TemporaryDirectory(prefix="todo-") as folder, running_with_web("--data", folder) as up:
        yield up


def browser(up: Up) -> httpx2.Client:
    return httpx2.Client(base_url=up.url, headers={"Origin": up.url}, trust_env=False, timeout=30)


def signed_up(http: httpx2.Client, email: str) -> dict[str, str]:
    """The headers of somebody who has just come."""
    answer = http.post("/api/auth/sign-up/email", json={"name": "Ada", "email": email, "password": PASSWORD})
    assert answer.status_code == 200, answer.text
    return {"Authorization": f"Bearer {http.get('/api/auth/token').json()['token']}"}


def started(up: Up) -> list[int]:
    """The processes that it has started itself."""
    children = Path(f"/proc/{up.process.pid}/task/{up.process.pid}/children").read_text()
    return [int(child) for child in children.split()]


def node(up: Up) -> int:
    (process,) = (child for child in started(up) if b"src/serve.ts" in Path(f"/proc/{child}/cmdline").read_bytes())
    return process


def test_a_letter_is_in_the_log_where_no_mail_server_is_named(tmp_path: Path) -> None:
    with running_with_web("--data", tmp_path) as up, browser(up) as http:
        signed_up(http, "ada@example.test")
        asked = http.post("/api/auth/request-password-reset", json={"email": "ada@example.test"})
        up.stop()
    token = re.search(rf"^{up.url}/reset-password#email=ada%40example.test&token=\w+$", up.errors, re.MULTILINE)

    assert asked.status_code == 200
    assert token is not None, up.errors


def test_one_origin_signs_people_in_and_keeps_their_tasks(everything: Up) -> None:
    with browser(everything) as http:
        ada = signed_up(http, "ada@example.test")
        created = http.post("/v1/tasks", json={"title": "Water the tomatoes"}, headers=ada)
        found = http.get("/v1/tasks", headers=ada).json()["items"]
        statuses = [http.get(path).status_code for path in ("/docs", "/healthz", "/readyz", "/api/auth/ok")]

    assert created.status_code == 201
    assert [task["title"] for task in found] == ["Water the tomatoes"]
    assert statuses == [200, 200, 200, 200]


def test_an_account_is_deleted_on_both_sides(everything: Up) -> None:
    with browser(everything) as http:
        bob = signed_up(http, "bob@example.test")
        http.post("/v1/tasks", json={"title": "Call the bank"}, headers=bob)

        answer = http.post("/api/auth/delete-user", json={"password": PASSWORD})

        assert answer.status_code == 200
        assert http.get("/v1/tasks", headers=bob).json()["items"] == []
        assert http.get("/api/auth/token").status_code == 401


def test_a_token_is_refused_with_the_reason_while_people_sign_in(
    everything: Up, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = everything.line("Data: ").removeprefix("Data: ")

    assert typed("token", "--user", "ada", "--data", folder) == 1

    assert capsys.readouterr().err == (
        f"The `todo up` that runs on {folder} takes only the tokens of people who have signed in, at {everything.url};"
        " started with --no-web, it takes those of this command.\n"
    )


def test_it_ends_well_and_finds_everybody_again(folder: Path) -> None:
    with running_with_web("--data", folder, "--workers", "2") as first:
        with browser(first) as http:
            ada = signed_up(http, "ada@example.test")
            assert http.post("/v1/tasks", json={"title": "Water the tomatoes"}, headers=ada).status_code == 201
            cookies = httpx2.Cookies(http.cookies)
        server = node(first)
        assert first.stop(signal.SIGINT, group=True) == 0
    assert (first.lines[-1], first.errors) == ("Stopped.", "")
    assert ends(server)

    assert todo("token", "--user", "ada", "--data", folder).returncode == 0
    with running_with_web("--data", folder) as second, browser(second) as http:
        http.cookies = cookies
        token = http.get("/api/auth/token").json()["token"]
        found = http.get("/v1/tasks", headers={"Authorization": f"Bearer {token}"}).json()["items"]
    assert [task["title"] for task in found] == ["Water the tomatoes"]


def test_better_auth_does_not_outlive_a_killed_todo_up(folder: Path) -> None:
    with running_with_web("--data", folder) as killed:
        killed.line("Docs: ")
        server = node(killed)
        killed.stop(signal.SIGKILL)

    assert ends(server)
    assert todo("migrate", "--data", folder).returncode == 0  # and ends the PostgreSQL that was left


def test_a_secret_of_ones_own_leaves_it_out(folder: Path) -> None:
    with running_with_web("--data", folder, TODO_DEVELOPMENT_SECRET="0123456789abcdef" * 4) as up:
        assert up.curl.send().status_code == 201
        assert up.get("/api/auth/ok").status_code == 404


def test_without_a_registry_the_api_starts_alone_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(checkout._AUTH / name, tmp_path)  # noqa: SLF001  as beside nothing that is installed
    monkeypatch.setattr(checkout, "_AUTH", tmp_path)
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
    monkeypatch.setenv("npm_config_fetch_retries", "0")

    assert beside_the_api(GENERATED) is None

    assert capsys.readouterr().err == (
        "Installing the Node packages of @todo/auth.\n"
        f"The API starts alone, without the web app: npm could not install the packages of {tmp_path}."
        " Is its registry within reach?\n"
    )


def test_beside_an_installed_wheel_there_is_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checkout, "_AUTH", tmp_path / "lib" / "apps" / "auth")

    assert beside_the_api(GENERATED) is None

    assert capsys.readouterr().err == ""
