"""What goes wrong, as it is told: one shape, a stable code, and nothing that the caller did not know before."""

import time
from collections.abc import AsyncIterator

import pytest

from client import Client, problem_of, refusal
from operations import operations
from running import SECRET, Api
from serving import serving
from todo_api import app as application
from todo_api.auth import ClaimRules, TokenProblem, mint

HOUR = 3600
PRIVATE = [operation for operation in operations() if not operation.is_public]

pytestmark = pytest.mark.parametrize("api", ["plain"], indirect=True)  # how the tables are kept plays no part


def token(
    api: Api, *, secret: str = SECRET, audience: str | None = None, issuer: str | None = None, age: int = 0
) -> str:
    rules = ClaimRules(
        issuer or api.settings.token_issuer, audience or api.settings.token_audience, now=lambda: time.time() - age
    )
    return mint(secret, rules, user_id="ada", lifetime_seconds=HOUR)


@pytest.mark.parametrize("problem", TokenProblem)
async def test_a_refused_token_is_told_what_it_was_and_nothing_more(api: Api, problem: TokenProblem) -> None:
    given = {
        TokenProblem.MISSING: [""],
        TokenProblem.MALFORMED: ["Bearer ada", f"Bearer {token(api)}.x"],
        TokenProblem.WRONG_SIGNATURE: [f"Bearer {token(api, secret=SECRET[::-1])}", f"Bearer {token(api)[:-4]}AAAA"],
        TokenProblem.WRONG_ADDRESS: [
            f"Bearer {token(api, audience='elsewhere')}",
            f"Bearer {token(api, issuer='elsewhere')}",
        ],
        TokenProblem.EXPIRED: [f"Bearer {token(api, age=HOUR)}", f"Bearer {token(api, age=-HOUR)}"],
    }[problem]
    error = f' error="invalid_token", error_description="{problem.description}"'
    challenge = "Bearer" if problem is TokenProblem.MISSING else f"Bearer{error}"

    async with api.http(None) as somebody:
        for authorization in given:
            headers = {"Authorization": authorization} if authorization else {}
            response = await somebody.get("/v1/account", headers=headers)

            assert response.status_code == 401
            assert response.headers["www-authenticate"] == challenge
            assert response.json() == {
                "type": "about:blank",
                "title": "Unauthorized",
                "status": 401,
                "code": problem.value,
                "detail": problem.description,
                "errors": [],
            }


async def test_every_token_is_refused_alike_everywhere(api: Api) -> None:
    async with api.http(None) as somebody:
        for operation in PRIVATE:
            headers = {"Authorization": f"Bearer {token(api, age=HOUR)}"}
            response = await somebody.request(operation.method, operation.path, headers=headers)
            assert refusal(response) == (401, "token_expired"), operation


async def test_a_request_that_is_not_valid_says_where(ada: Client) -> None:
    response = await ada.post("/v1/tasks", json={"title": "x" * 501})

    assert response.json() == {
        "type": "about:blank",
        "title": "Unprocessable Content",
        "status": 422,
        "code": "invalid_request",
        "detail": "The request is not valid; errors says where.",
        "errors": [
            {"location": "body", "pointer": "/title", "detail": "String should have at most 500 characters"},
        ],
    }


async def test_a_problem_is_nothing_to_keep(ada: Client) -> None:
    missing = await ada.get("/v1/tasks/019a9d2e-6f00-7fff-8000-5b1c7d3e9f42")

    assert refusal(missing) == (404, "task_not_found")
    assert "etag" not in missing.headers
    assert missing.headers["cache-control"] == "no-store"


@pytest.fixture
async def broken(api: Api, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """The same API with a route that has a bug."""
    app = application.create_app(api.settings)

    @app.get("/bug")
    async def fail() -> None:
        raise LookupError("the password is qzvx")

    monkeypatch.setattr("serving.create_app", lambda *_: app)
    async with serving(api.settings) as url:
        yield url


async def test_a_bug_of_ours_is_told_without_its_details(
    api: Api, broken: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with api.http("ada") as ada:
        response = await ada.get(f"{broken}/bug")
        after = await ada.get(f"{broken}/healthz")

    assert refusal(response) == (500, "internal_error")
    assert problem_of(response).detail == "Something went wrong on our side; it has been logged."
    assert "qzvx" not in response.text
    assert "The request failed." in caplog.text
    assert after.status_code == 200
