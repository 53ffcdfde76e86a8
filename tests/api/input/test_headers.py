"""Headers, as odd as they come."""

import pytest

from client import Client, problem_of, refusal
from operations import Belongings, operations
from running import Api

MARKER = "qzvx"
PRIVATE = [operation for operation in operations() if not operation.is_public]
ODD_TAGS = [
    "",
    MARKER,
    '"',
    f'"{MARKER}"',
    "1",
    '"1',
    '"-1"',
    '"01"',
    '"1e3"',
    '"' + "9" * 18 + '"',
    '"' + "9" * 5_000 + '"',
    'w/"1"',
    '"1" "2"',
    ",,,",
    '"\N{LATIN SMALL LETTER A WITH DIAERESIS}"',
    "*, *",
    '"1",' * 5_000,
    "x" * 50_000,
]

pytestmark = pytest.mark.parametrize("api", ["plain"], indirect=True)  # how the tables are kept plays no part


@pytest.mark.parametrize("tags", ODD_TAGS, ids=lambda tags: tags[:12])
async def test_a_tag_that_was_never_given_out_allows_no_write(ada: Client, tags: str) -> None:
    belongings = await Belongings.of(ada)
    version = (await ada.account()).version

    for operation in PRIVATE:
        if "If-Match" in operation.parameters:
            response = await ada.request(
                operation.method,
                belongings.path(operation),
                json=belongings.body(operation),
                headers={"If-Match": tags.encode("latin-1")},
            )
            assert refusal(response) == (412, "stale_version"), operation
            assert response.headers["etag"].strip('"').isdigit()
            assert MARKER not in response.text
    assert (await ada.account()).version == version


@pytest.mark.parametrize("tags", ODD_TAGS, ids=lambda tags: tags[:12])
async def test_a_tag_that_was_never_given_out_spares_no_read(ada: Client, tags: str) -> None:
    belongings = await Belongings.of(ada)

    for operation in PRIVATE:
        if "If-None-Match" in operation.parameters:
            response = await ada.get(belongings.path(operation), headers={"If-None-Match": tags.encode("latin-1")})
            assert response.status_code == 200, operation


async def test_tags_in_several_lines_are_one_list(ada: Client) -> None:
    task = await ada.create_task()
    path = f"/v1/tasks/{task.id}"
    tags = ['"1"', f'"{task.version}"', '"2"']

    known = await ada.get(path, headers=[("If-None-Match", tag) for tag in tags])
    written = await ada.patch(path, json={"title": "Weed"}, headers=[("If-Match", tag) for tag in tags])
    stale = await ada.patch(path, json={"title": "Sow"}, headers=[("If-Match", tag) for tag in tags])

    assert (known.status_code, written.status_code) == (304, 200)
    assert refusal(stale) == (412, "stale_version")


@pytest.mark.parametrize(
    ("authorization", "code"),
    [
        ("", "token_missing"),
        ("Bearer", "token_missing"),
        ("Basic YWRhOmFkYQ==", "token_missing"),
        ("Token {0}", "token_missing"),
        ("{0}", "token_missing"),
        ("Bearer,{0}", "token_missing"),
        ("Bearer {0},", "token_malformed"),
        ("Bearer {0} {0}", "token_malformed"),
        ("Bearer Bearer {0}", "token_malformed"),
        ('Bearer "{0}"', "token_malformed"),
        ("Bearer {0}\N{NO-BREAK SPACE}", "token_malformed"),
        ("Bearer qzvx", "token_malformed"),
        ("Bearer \N{LATIN SMALL LETTER A WITH DIAERESIS}qzvx", "token_malformed"),
        ("Bearer " + "a" * 60_000, "token_malformed"),
        ("Bearer " + "." * 60_000, "token_malformed"),
        ("Bearer ..", "token_malformed"),
    ],
    ids=lambda text: text[:24],
)
async def test_only_a_bearer_token_says_who_asks(api: Api, authorization: str, code: str) -> None:
    headers = {b"Authorization": authorization.format(api.token("ada")).encode("latin-1")}

    async with api.http(None) as somebody:
        for operation in PRIVATE:
            response = await somebody.request(operation.method, operation.path, headers=headers)
            assert response.status_code == 401, operation
            assert problem_of(response).code == code
            assert MARKER not in response.text + response.headers["www-authenticate"]


async def test_two_tokens_are_one_too_many(api: Api, ada: Client, bob: Client) -> None:
    tokens = [f"Bearer {api.token(person.user_id)}" for person in (ada, bob)]

    async with api.http(None) as somebody:
        for given in (tokens, tokens[::-1], [tokens[0], tokens[0]], [tokens[0], "Basic x"]):
            response = await somebody.get("/v1/account", headers=[("Authorization", each) for each in given])
            assert refusal(response) == (401, "token_malformed")


async def test_a_token_counts_nowhere_else(api: Api, ada: Client) -> None:
    token = api.token(ada.user_id)

    async with api.http(None) as somebody:
        for elsewhere in (
            await somebody.get("/v1/account", params={"access_token": token}),
            await somebody.get("/v1/account", headers={"Cookie": f"token={token}; access_token={token}"}),
            await somebody.get(
                "/v1/account", headers={"X-Access-Token": token, "Proxy-Authorization": f"Bearer {token}"}
            ),
            await somebody.get("/v1/account", headers={"X-User-Id": ada.user_id, "X-Forwarded-User": ada.user_id}),
        ):
            assert refusal(elsewhere) == (401, "token_missing")


async def test_the_scheme_is_written_in_any_case(api: Api, ada: Client) -> None:
    async with api.http(None) as somebody:
        for scheme in ("bearer", "BEARER", "Bearer "):
            headers = {"Authorization": f"{scheme} {api.token(ada.user_id)}"}
            assert (await somebody.get("/v1/account", headers=headers)).json()["user_id"] == ada.user_id


async def test_other_headers_change_nothing(ada: Client) -> None:
    task = await ada.create_task()
    plain = await ada.get(f"/v1/tasks/{task.id}")

    odd = await ada.get(
        f"/v1/tasks/{task.id}",
        headers={
            "Accept": "text/html",
            "Accept-Language": "x" * 10_000,
            "Host": "elsewhere.example",
            "Range": "bytes=0-1",
            "X-Forwarded-Host": "<x>",
        },
    )

    assert (odd.status_code, odd.content) == (200, plain.content)
