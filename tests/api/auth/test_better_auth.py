"""Tokens as Better Auth makes them: those that are logins, and those that only look like one."""

import pytest

from api.auth.expecting import problem_with
from api.auth.forging import NOW, claims, token
from api.auth.signing_keys import SigningKey
from todo_api.auth import Identity, JwksVerifier, SharedSecret, TokenProblem

USER_ID = "kJ3xQm8vT1zLr5Nc7WbYd0HsPfUaGe2i"
USER_ROW = {
    "id": "somebody-else",
    "userId": "somebody-else",
    "name": "Ada Lovelace",
    "email": "ada@example.test",
    "emailVerified": True,
    "image": None,
    "createdAt": "2026-11-01T09:00:00.000Z",
    "updatedAt": "2026-11-01T09:00:00.000Z",
}


async def test_a_login_with_the_user_s_row_is_its_subject_and_nobody_else(
    verifier: JwksVerifier, key: SigningKey
) -> None:
    login = key.sign(USER_ROW | claims(sub=USER_ID))

    assert await verifier.verify(login) == Identity(USER_ID, NOW + 900)


CONFUSABLE = {
    "e-mail link": {"email": "ada@example.test", "userId": USER_ID, "iat": NOW, "exp": NOW + 3600},
    "session cookie": {
        "session": {"id": "s1", "userId": USER_ID, "token": "t"},
        "user": USER_ROW,
        "iat": NOW,
        "exp": NOW + 300,
    },
}


@pytest.mark.parametrize("payload", CONFUSABLE.values(), ids=CONFUSABLE.keys())
@pytest.mark.parametrize("addressed", [False, True])
async def test_what_the_shared_secret_signs_besides_logins_is_no_login(
    payload: dict[str, object],
    addressed: bool,  # noqa: FBT001  pytest passes parameters by name
    shared_secret: SharedSecret,
) -> None:
    forged = (claims(sub=...) if addressed else {}) | payload

    assert await problem_with(token(payload=forged), shared_secret) is TokenProblem.MALFORMED
