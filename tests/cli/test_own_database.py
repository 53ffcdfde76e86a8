"""`todo up` with a DATABASE_URL."""

import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from cli.commands import migrated, running, running_with_web
from cluster import Cluster
from todo_api.cli.beside import beside_the_api
from todo_api.cli.refusal import Refused
from todo_api.cli.target import bring_up_to_date
from todo_api.database_url import DatabaseTarget

pytestmark = pytest.mark.direct("a migration is refused there")


@pytest.fixture
async def empty(cluster: Cluster) -> AsyncIterator[DatabaseTarget]:
    target = await cluster.create_database()
    yield target
    await cluster.drop_database(target)


def test_it_is_migrated_and_used_with_the_development_secret(
    cluster: Cluster, empty: DatabaseTarget, folder: Path
) -> None:
    with running("--data", folder, DATABASE_URL=cluster.direct_url(empty.database)) as up:
        assert up.curl.send().status_code == 201
        assert up.lines[: len(migrated())] == migrated()
        assert up.line("Data: ") == f"Data: {empty.database} on {cluster.folder}:5432"
        assert up.stop() == 0

    assert [path.name for path in folder.iterdir()] == ["development-secret"]


def test_people_sign_in_to_it_too(cluster: Cluster, empty: DatabaseTarget, folder: Path) -> None:
    installed = beside_the_api({"TODO_DEVELOPMENT_SECRET": "of the data folder"})  # which a test would not wait for
    assert installed is not None
    url = cluster.direct_url(empty.database)

    with running_with_web("--data", folder, DATABASE_URL=url, AUTH_RATE_LIMIT="off") as up:
        person = {"name": "Ada", "email": "ada@example.test", "password": "correct horse battery staple"}
        with httpx2.Client(base_url=up.url, trust_env=False, timeout=30) as browser:
            assert browser.post("/api/auth/sign-up/email", json=person).status_code == 200
            token = browser.get("/api/auth/token", headers={"Origin": up.url}).json()["token"]
        assert up.get("/v1/tasks", token).json()["items"] == []

    assert sorted(path.name for path in folder.iterdir()) == ["auth-secret", "development-secret", "sign-in"]


def test_a_shared_secret_signs_the_printed_token(cluster: Cluster, empty: DatabaseTarget, folder: Path) -> None:
    url, secret = cluster.direct_url(empty.database), secrets.token_hex(32)
    site = "https://todo.example"

    with running(
        "--data", folder, DATABASE_URL=url, BETTER_AUTH_SECRET=secret, AUTH_ISSUER=site, AUTH_AUDIENCE=site
    ) as up:
        assert up.curl.send().status_code == 201
    assert not folder.exists()


def test_with_an_issuer_the_printed_request_leaves_the_token_to_the_shell(
    cluster: Cluster, empty: DatabaseTarget
) -> None:
    url, keys, site = cluster.direct_url(empty.database), "http://127.0.0.1:9/jwks", "https://todo.example"

    with running(DATABASE_URL=url, AUTH_JWKS_URL=keys, AUTH_ISSUER=site, AUTH_AUDIENCE=site) as up:
        assert '-H "Authorization: Bearer $TOKEN"' in up.line("curl ")


def test_a_database_elsewhere_is_not_migrated_unasked(empty: DatabaseTarget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DatabaseTarget, "is_local", False)

    with pytest.raises(Refused, match=r"The database is without tables .* run `todo migrate` for it first"):
        bring_up_to_date(empty)


def test_a_database_elsewhere_that_is_current_will_do(
    database_target: DatabaseTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DatabaseTarget, "is_local", False)

    assert bring_up_to_date(database_target) == []
