"""The baselines on Node: the same surface, in TypeScript that compiles."""

import shutil
import time
from pathlib import Path

import httpx2
import jwt
import pytest

from bench.baselines.conformity import LIST, Conformity
from bench.baselines.person import Person
from running import SECRET
from todo_api.embedded.node import NodeProject
from todo_api.settings import DEVELOPMENT_ISSUER
from todo_bench.baselines import node
from todo_bench.candidates import CANDIDATES, Candidate

pytestmark = pytest.mark.direct("the candidates are measured without one")


@pytest.fixture(scope="module", autouse=True)
def prepared() -> None:
    node.prepare()


@pytest.fixture(scope="module", params=["prisma", "postgres"])
def candidate(request: pytest.FixtureRequest) -> Candidate:
    return CANDIDATES[f"fastify_{request.param}"]


class TestNode(Conformity):
    """What is asked of all of them, and what these two do in ways of their own."""

    async def test_cursors_lead_through_the_whole_list(self, ada: Person) -> None:
        tasks = await ada.all_kinds_of_tasks()
        await ada.at_api.move(tasks[3], before=tasks[0].id)
        found: list[str] = []
        query = {"limit": "3"}
        while len(found) < 2 * len(tasks):
            page = (await ada.at_candidate.get("/v1/tasks", params=query)).json()
            assert page["items"], "a cursor promises more"
            found += [task["id"] for task in page["items"]]
            if page["next_cursor"] is None:
                break
            query["cursor"] = page["next_cursor"]

        assert found == [task["id"] for task in await ada.documents()]
        assert len(found) % 3 == 0, "the last page is a full one"

    @pytest.mark.parametrize("missing", ["sub", "iss", "aud", "iat", "exp"])
    async def test_a_token_without_one_of_its_claims_is_none(self, stranger: httpx2.AsyncClient, missing: str) -> None:
        now = int(time.time())
        claims = {"sub": "ada", "iss": DEVELOPMENT_ISSUER, "aud": DEVELOPMENT_ISSUER, "iat": now, "exp": now + 60}
        whole, lacking = (
            jwt.encode({name: value for name, value in claims.items() if name != left_out}, SECRET, "HS256")
            for left_out in ("", missing)
        )

        statuses = [
            (await stranger.get(LIST, headers={"Authorization": f"Bearer {token}"})).status_code
            for token in (whole, lacking)
        ]

        assert statuses == [200, 401]


def test_they_compile() -> None:
    assert not NodeProject(node.FOLDER).run("tsc", "--pretty", "false")


def test_prismas_client_is_generated_once_for_each_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "node"
    shutil.copytree(node.FOLDER, copy, ignore=shutil.ignore_patterns("node_modules", "generated"))
    (copy / "node_modules").symlink_to(node.FOLDER / "node_modules")
    monkeypatch.setattr(node, "FOLDER", copy)
    client = copy / "generated" / "client.ts"

    node.prepare()
    first = client.stat().st_mtime_ns
    node.prepare()
    assert client.stat().st_mtime_ns == first

    (copy / "schema.prisma").write_text((copy / "schema.prisma").read_text() + "\n// changed\n")
    node.prepare()
    assert client.stat().st_mtime_ns > first


def test_without_a_registry_they_are_skipped_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(node.FOLDER / name, tmp_path)
    monkeypatch.setattr(node, "FOLDER", tmp_path)
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
    monkeypatch.setenv("npm_config_fetch_retries", "0")

    with pytest.raises(node.Skipped, match=r"could not install the packages of .* Is its registry within reach"):
        node.prepare()
