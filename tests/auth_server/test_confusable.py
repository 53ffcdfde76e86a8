"""The two tokens that Better Auth signs with HS256 besides logins, as it really makes them: neither is a login."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import jwt
import pytest

from auth_server.conftest import api_settings
from auth_server.person import bearer
from auth_server.process import AUDIENCE, AUTH, ISSUER, SECRET
from cluster import Cluster
from running import UNHURRIED
from serving import serving
from todo_api.auth import ClaimRules, mint
from todo_api.database_url import DatabaseTarget
from todo_api.settings import Settings

PROGRAM = Path(__file__).parent / "confusable.mts"


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """By name; each is what the shared secret signs."""
    tokens: dict[str, str] = json.loads(AUTH.run("node", str(PROGRAM), env={"BETTER_AUTH_SECRET": SECRET}))
    for token in tokens.values():
        assert jwt.get_unverified_header(token)["alg"] == "HS256"
        assert jwt.decode(token, SECRET, ["HS256"])["exp"] > 0
    return tokens


@pytest.fixture(scope="module", params=["keys", "secret"])
async def api_url(request: pytest.FixtureRequest, cluster: Cluster, template: DatabaseTarget) -> AsyncIterator[str]:
    target = await cluster.create_database(template=template)
    url = cluster.url(target.database)
    shared = {"BETTER_AUTH_SECRET": SECRET, "AUTH_ISSUER": ISSUER, "AUTH_AUDIENCE": AUDIENCE, "DATABASE_URL": url}
    with_secret = Settings.from_environment(shared | UNHURRIED | {"TODO_DRAIN_SECONDS": "0"})
    with_keys = api_settings(url, "http://127.0.0.1:9")  # which are never fetched: the algorithm is wrong before
    async with serving(with_keys if request.param == "keys" else with_secret) as api_url:
        yield api_url
    await cluster.drop_database(target)


@pytest.mark.parametrize("kind", ["link", "cookie"])
async def test_it_is_refused(api_url: str, made: dict[str, str], kind: str) -> None:
    async with httpx2.AsyncClient(base_url=api_url, trust_env=False) as http:
        answer = await http.get("/v1/tasks", headers=bearer(made[kind]))

    assert answer.status_code == 401
    assert answer.json()["code"].startswith("token_")


async def test_a_login_that_the_same_secret_signs_is_taken_by_who_shares_it(
    api_url: str, request: pytest.FixtureRequest
) -> None:
    login = mint(SECRET, ClaimRules(ISSUER, AUDIENCE), user_id="ada", lifetime_seconds=60)

    async with httpx2.AsyncClient(base_url=api_url, trust_env=False) as http:
        answer = await http.get("/v1/tasks", headers=bearer(login))

    assert answer.status_code == (200 if "secret" in request.node.callspec.id else 401)


def test_they_are_what_better_auth_makes(made: dict[str, str]) -> None:
    link, cookie = (jwt.decode(made[kind], SECRET, ["HS256"]) for kind in ("link", "cookie"))

    assert link["email"] == "ada@example.test"
    assert {"session", "user"} <= cookie.keys()
