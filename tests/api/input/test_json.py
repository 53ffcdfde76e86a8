"""Bodies: one JSON document that means one thing, or nothing is done."""

import gzip

import pytest

from client import Client, problem_of, refusal
from operations import Belongings, Operation, operations
from running import Api

WITH_BODY = [operation for operation in operations() if operation.body_schema]
WITHOUT_BODY = [operation for operation in operations() if not operation.body_schema]
JSON = {"Content-Type": "application/json"}
MARKER = b"qzvx"

pytestmark = pytest.mark.parametrize("api", ["plain"], indirect=True)  # how the tables are kept plays no part


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"  \n", id="blank"),
        pytest.param(MARKER, id="no JSON"),
        pytest.param(b'{"name": "%s"' % MARKER, id="cut off"),
        pytest.param(b'{"name": "%s"}}' % MARKER, id="more behind it"),
        pytest.param(b'{"name": "%s"} {}' % MARKER, id="two documents"),
        pytest.param(b'{"name": "%s",}' % MARKER, id="a comma too many"),
        pytest.param(b"{'name': '%s'}" % MARKER, id="single quotes"),
        pytest.param(b'{"name": "%s"} // why' % MARKER, id="a comment"),
        pytest.param(b'{"name": "a\n%s"}' % MARKER, id="a line end in a string"),
        pytest.param(b'{"name": "a", "name": "%s"}' % MARKER, id="a name twice"),
        pytest.param(b'{"due": {"kind": "date", "kind": "%s"}}' % MARKER, id="a name twice further in"),
        pytest.param(b'{"labels": [{"a": 1, "\\u0061": "%s"}]}' % MARKER, id="a name twice, once in escapes"),
        pytest.param(b'{"name": NaN}', id="NaN"),
        pytest.param(b'{"name": [-Infinity]}', id="minus infinity"),
        pytest.param(b'{"name": 1e999}', id="a number beyond all floats"),
        pytest.param(b'{"name": -' + b"9" * 5_000 + b"}", id="a number of five thousand digits"),
        pytest.param(b'{"name": 01}', id="a leading zero"),
        pytest.param(rb'{"name": "\ud800%s"}' % MARKER, id="half a surrogate pair"),
        pytest.param(rb'{"\udfff": "%s"}' % MARKER, id="half a surrogate pair as a name"),
        pytest.param(b'{"name": "%s\xff"}' % MARKER, id="not UTF-8"),
        pytest.param(b'{"name": "\xed\xa0\x80%s"}' % MARKER, id="a surrogate in UTF-8"),
        pytest.param(b'{"name": "\xc0\x80%s"}' % MARKER, id="an overlong NUL"),
        pytest.param(b'\xef\xbb\xbf{"name": "%s"}' % MARKER, id="a byte order mark"),
        pytest.param('{"name": "qzvx"}'.encode("utf-16"), id="UTF-16"),
        pytest.param('{"name": "qzvx"}'.encode("utf-32-be"), id="UTF-32"),
        pytest.param(b'{"name": ' + b"[" * 300 + b"]" * 300 + b"}", id="300 levels"),
        pytest.param(b'{"name": ' * 10_000 + b"1" + b"}" * 10_000, id="10,000 levels"),
        pytest.param(b"[" * 100_000 + b"]" * 100_000, id="100,000 levels"),
        pytest.param(b"[" * 100_000, id="100,000 levels without an end"),
        pytest.param(b"null", id="null"),
        pytest.param(b"true", id="true"),
        pytest.param(b"7", id="a number"),
        pytest.param(b'"%s"' % MARKER, id="a string"),
        pytest.param(b'[{"name": "%s"}]' % MARKER, id="an array"),
    ],
)
async def test_a_body_that_is_no_clear_object_changes_nothing(ada: Client, body: bytes) -> None:
    belongings = await Belongings.of(ada)
    version = (await ada.account()).version

    for operation in WITH_BODY:
        response = await ada.request(operation.method, belongings.path(operation), content=body, headers=JSON)

        assert refusal(response) == (422, "invalid_request"), operation
        assert {error.location for error in problem_of(response).errors} == {"body"}
        assert MARKER not in response.content
    assert (await ada.account()).version == version


@pytest.mark.parametrize("operation", WITH_BODY, ids=str)
async def test_a_body_is_worth_no_look_without_a_token(operation: Operation, ada: Client, api: Api) -> None:
    path = (await Belongings.of(ada)).path(operation)

    async with api.http(None) as nobody:
        for body in (b"{", b"[" * 300_000):
            response = await nobody.request(operation.method, path, content=body, params={"unknown": "1"})
            assert response.status_code == 401
            assert problem_of(response).code == "token_missing"


@pytest.mark.parametrize("operation", [each for each in WITHOUT_BODY if not each.is_public], ids=str)
async def test_a_body_that_nobody_would_read_is_refused(operation: Operation, ada: Client) -> None:
    belongings = await Belongings.of(ada)
    version = (await ada.account()).version

    response = await ada.request(operation.method, belongings.path(operation), content=b'{"title": "x"}', headers=JSON)

    assert refusal(response) == (422, "invalid_request")
    assert [(error.location, error.detail) for error in problem_of(response).errors] == [
        ("body", "This operation takes no body")
    ]
    assert (await ada.account()).version == version


@pytest.mark.parametrize(
    "media_type",
    [
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonl",
        "application/xml",
        "text/json",
        "json",
        "application/json, text/plain",
        "application/jsonp; application/json",
    ],
)
async def test_only_json_is_taken(ada: Client, media_type: str) -> None:
    belongings = await Belongings.of(ada)

    for operation in WITH_BODY:
        headers = {"Content-Type": media_type} if media_type else {}
        response = await ada.request(
            operation.method, belongings.path(operation), content=b'{"name": "x"}', headers=headers
        )
        assert refusal(response) == (415, "unsupported_media_type"), operation


@pytest.mark.parametrize(
    "media_type",
    ["application/json; charset=utf-8", "Application/JSON", "application/json;charset=UTF-8;x=y", "application/json ;"],
)
async def test_parameters_and_case_of_the_media_type_do_not_matter(ada: Client, media_type: str) -> None:
    response = await ada.post("/v1/tasks", content='{"title": "Äpfel"}'.encode(), headers={"Content-Type": media_type})

    assert response.status_code == 201
    assert response.json()["title"] == "Äpfel"


@pytest.mark.parametrize("encoding", ["gzip", "br", "gzip, identity", "x"])
async def test_a_compressed_body_is_refused(ada: Client, encoding: str) -> None:
    body = gzip.compress(b'{"title": "Weed"}')

    for content in (body, b'{"title": "Weed"}'):
        response = await ada.post("/v1/tasks", content=content, headers=JSON | {"Content-Encoding": encoding})
        assert refusal(response) == (415, "unsupported_media_type")
        assert response.headers["accept-encoding"] == "identity"
    assert await ada.tasks() == []
