"""If-Match and If-None-Match (RFC 9110, section 13.1) on the account, projects, sections and labels."""

from typing import Any, NamedTuple

import httpx2
import pytest

from client import Client, refusal
from todo_domain import new_id


class Write(NamedTuple):
    kind: str
    method: str
    suffix: str
    body: dict[str, Any] | None = None

    async def send(self, client: Client, path: str, if_match: str) -> httpx2.Response:
        return await client.request(self.method, path + self.suffix, json=self.body, headers={"If-Match": if_match})


CHANGES = {
    "account": {"timezone": "Asia/Tokyo"},
    "projects": {"name": "changed"},
    "sections": {"name": "changed"},
    "labels": {"name": "changed"},
}
WRITES = [
    *(Write(kind, "PATCH", "", change) for kind, change in CHANGES.items()),
    *(Write(kind, "PATCH", "", {}) for kind in CHANGES),
    *(Write(kind, "DELETE", "") for kind in CHANGES),
    *(Write(kind, "PUT", "/position", {}) for kind in CHANGES if kind != "account"),
    Write("projects", "PUT", "/restoration"),
]


async def make(client: Client, kind: str) -> str:
    """One thing of this kind; its path."""
    match kind:
        case "account":
            return "/v1/account"
        case "projects":
            return f"/v1/projects/{(await client.create_project()).id}"
        case "sections":
            return f"/v1/sections/{(await client.create_section(await client.create_project())).id}"
        case _:
            return f"/v1/labels/{(await client.create_label()).id}"


@pytest.mark.parametrize("write", WRITES, ids=str)
async def test_a_write_with_the_current_version_is_done(write: Write, ada: Client) -> None:
    path = await make(ada, write.kind)
    current = (await ada.get(path)).headers["etag"]

    response = await write.send(ada, path, current)

    assert response.is_success, response.text


@pytest.mark.parametrize("write", WRITES, ids=str)
async def test_a_write_with_an_old_version_is_refused_and_told_the_current_one(write: Write, ada: Client) -> None:
    path = await make(ada, write.kind)
    old = (await ada.get(path)).headers["etag"]
    await ada.patch(path, json=CHANGES[write.kind])
    before = await ada.get(path)
    account = await ada.account()

    response = await write.send(ada, path, old)

    assert refusal(response) == (412, "stale_version")
    assert response.headers["etag"] == before.headers["etag"]
    assert (await ada.get(path)).content == before.content
    assert await ada.account() == account


@pytest.mark.parametrize("write", [write for write in WRITES if write.kind != "account"], ids=str)
async def test_a_precondition_tells_nothing_about_somebody_elses_rows(write: Write, ada: Client, bob: Client) -> None:
    path = await make(ada, write.kind)
    current = (await ada.get(path)).headers["etag"]

    for if_match in (current, '"1"', "*"):
        foreign = await write.send(bob, path, if_match)
        missing = await write.send(bob, f"/v1/{write.kind}/{new_id()}", if_match)
        assert foreign.status_code == missing.status_code == 404
        assert foreign.content == missing.content
        assert "etag" not in foreign.headers


@pytest.mark.parametrize("kind", CHANGES)
@pytest.mark.parametrize("known", ["{}", "W/{}", '"1" , {}', '"not ours",W/{},"2"', "*"])
async def test_what_is_known_already_is_not_sent_again(kind: str, known: str, ada: Client) -> None:
    path = await make(ada, kind)
    first = await ada.get(path)

    again = await ada.get(path, headers={"If-None-Match": known.format(first.headers["etag"])})

    assert (again.status_code, again.content) == (304, b"")
    for header in ("etag", "cache-control"):
        assert again.headers[header] == first.headers[header]


@pytest.mark.parametrize("kind", CHANGES)
@pytest.mark.parametrize("known", ['"1"', '"{}', "{}", "", '"0{}"', '"{}0"', "\u0662".encode(), '"*"'])
async def test_what_is_not_known_is_sent(kind: str, known: str | bytes, ada: Client) -> None:
    path = await make(ada, kind)
    first = await ada.get(path)
    version = first.json()["version"]

    again = await ada.get(path, headers={b"If-None-Match": known.format(version) if isinstance(known, str) else known})

    assert (again.status_code, again.content) == (200, first.content)


@pytest.mark.parametrize("kind", CHANGES)
async def test_what_was_changed_is_sent_again(kind: str, ada: Client) -> None:
    path = await make(ada, kind)
    first = await ada.get(path)
    changed = await ada.patch(path, json=CHANGES[kind])

    again = await ada.get(path, headers={"If-None-Match": first.headers["etag"]})

    assert again.status_code == 200
    assert again.content == changed.content
    assert again.headers["etag"] == changed.headers["etag"]


async def test_nothing_is_known_of_what_is_not_there(ada: Client, bob: Client) -> None:
    path = await make(ada, "projects")

    for missing in (path, f"/v1/projects/{new_id()}"):
        response = await bob.get(missing, headers={"If-None-Match": "*"})
        assert refusal(response) == (404, "project_not_found")
