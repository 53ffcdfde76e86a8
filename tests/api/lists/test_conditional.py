"""Lists that are sent only if something has changed."""

import pytest

from client import Client

LISTS = ("/v1/tasks", "/v1/projects", "/v1/sections", "/v1/labels")


NAMES_IT = (
    "{}",
    "W/{}",
    '"1", {}',
    '{}, "1"',
    '"abc" , W/"1",{},"9"',
    ",, {},",
    "*",
    '"x,y", {}',
    '"\u00e9", {}',
    '"0",' * 500 + "{}",
)
NAMES_IT_NOT = (
    "",
    ",",
    '"',
    '""',
    "{bare}",
    "'{bare}'",
    'w/"{bare}"',
    'W/ "{bare}"',
    '"{bare}',
    '"0{bare}"',
    '"{bare}.0"',
    '"+{bare}"',
    '"{bare}-gzip"',
    '"-1"',
    '"9223372036854775808"',
    '"' + "9" * 4000 + '"',
    "W/*",
    '"*"',
    "garbage",
    "\u00ff",
    '"{bare}""{bare}"',
    '"\u0661"',
    '" {bare}"',
)


async def etag(client: Client, path: str) -> str:
    response = await client.get(path)
    assert response.status_code == 200
    return response.headers["etag"]


@pytest.mark.parametrize("path", LISTS)
async def test_a_list_that_has_not_changed_is_not_sent_again(ada: Client, path: str) -> None:
    version = (await ada.account()).version
    assert await etag(ada, path) == f'"{version}"'

    response = await ada.get(path, headers={"If-None-Match": f'"{version}"'})

    assert response.status_code == 304
    assert response.content == b""
    assert response.headers["etag"] == f'"{version}"'
    assert "content-type" not in response.headers


@pytest.mark.parametrize("path", LISTS)
async def test_any_write_makes_every_list_worth_reading_again(ada: Client, path: str) -> None:
    task = await ada.create_task()
    writes = [
        ("POST", "/v1/tasks", {"title": "another"}),
        ("PATCH", f"/v1/tasks/{task.id}", {"notes": "x"}),
        ("PUT", f"/v1/tasks/{task.id}/completion", None),
        ("DELETE", f"/v1/tasks/{task.id}", None),
        ("DELETE", "/v1/trash", None),
        ("POST", "/v1/labels", {"name": "home"}),
        ("POST", "/v1/projects", {"name": "Garden"}),
    ]

    for method, target, body in writes:
        before = await etag(ada, path)
        response = await ada.request(method, target, **({} if body is None else {"json": body}))
        assert response.is_success, response.text

        changed = await ada.get(path, headers={"If-None-Match": before})

        assert changed.status_code == 200
        assert changed.headers["etag"] != before


async def test_what_changes_nothing_leaves_the_lists_as_they_were(ada: Client, bob: Client) -> None:
    task = await ada.create_task()
    before = await etag(ada, "/v1/tasks")
    await ada.patch(f"/v1/tasks/{task.id}", json={})
    await ada.delete(f"/v1/tasks/{task.id}/completion")
    await ada.post("/v1/tasks", json={"title": ""})
    await bob.create_task()

    assert (await ada.get("/v1/tasks", headers={"If-None-Match": before})).status_code == 304


async def test_the_version_can_be_named_among_others(ada: Client) -> None:
    await ada.create_task()
    tag = await etag(ada, "/v1/tasks")

    for form in NAMES_IT:
        response = await ada.get("/v1/tasks", headers={"If-None-Match": form.format(tag).encode()})
        assert response.status_code == 304, form


async def test_what_does_not_name_the_version_is_ignored(ada: Client) -> None:
    await ada.create_task()
    bare = (await etag(ada, "/v1/tasks")).strip('"')

    for form in NAMES_IT_NOT:
        response = await ada.get("/v1/tasks", headers={"If-None-Match": form.format(bare=bare).encode()})
        assert response.status_code == 200, form
        assert len(response.json()["items"]) == 1


async def test_each_page_can_be_asked_for_again(ada: Client) -> None:
    for _ in range(3):
        await ada.create_task()
    first = await ada.get("/v1/tasks?limit=2")
    query = {"limit": 2, "cursor": first.json()["next_cursor"]}

    second = await ada.get("/v1/tasks", params=query)
    again = await ada.get("/v1/tasks", params=query, headers={"If-None-Match": second.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")


async def test_a_bad_request_is_refused_before_it_is_found_unchanged(ada: Client) -> None:
    await ada.create_task()
    known = {"If-None-Match": await etag(ada, "/v1/tasks")}

    assert (await ada.get("/v1/tasks?cursor=x", headers=known)).status_code == 400
    assert (await ada.get("/v1/tasks?limit=0", headers=known)).status_code == 422


async def test_somebody_new_has_lists_that_do_not_change_until_they_write(ada: Client) -> None:
    before = await etag(ada, "/v1/tasks")
    assert (await ada.get("/v1/tasks", headers={"If-None-Match": before})).status_code == 304

    await ada.create_task()

    assert (await ada.get("/v1/tasks", headers={"If-None-Match": before})).status_code == 200


async def test_an_account_made_again_never_repeats_a_version(ada: Client) -> None:
    for _ in range(20):
        await ada.create_task()
    before = await etag(ada, "/v1/tasks")
    assert (await ada.delete("/v1/account")).status_code == 204
    await ada.create_task(title="of the new account")

    response = await ada.get("/v1/tasks", headers={"If-None-Match": before})

    assert response.status_code == 200
    assert int(response.headers["etag"].strip('"')) > int(before.strip('"'))
