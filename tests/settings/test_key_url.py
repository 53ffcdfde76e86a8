"""AUTH_JWKS_URL: where the keys come from decides who can sign."""

import pytest

from todo_api.settings import InvalidSettings, Settings

PUBLISHED = {
    "DATABASE_URL": "postgresql://todo@db.example.com/todo",
    "AUTH_ISSUER": "https://auth.example.com",
    "AUTH_AUDIENCE": "https://auth.example.com",
}
IN_THE_CLEAR = (
    "AUTH_JWKS_URL has to begin with https://, unless its host is this machine: who could change the keys on their way"
    " could sign tokens"
)


@pytest.mark.parametrize(
    "url", ["https://auth.example.com/jwks", "http://localhost:3000/jwks", "http://127.0.0.1/jwks", "http://[::1]/jwks"]
)
def test_keys_may_come_over_tls_or_from_this_machine(url: str) -> None:
    assert str(Settings.from_environment(PUBLISHED | {"AUTH_JWKS_URL": url}).jwks_url) == url


@pytest.mark.parametrize(
    "url",
    [
        "http://auth.example.com/jwks",
        "http://localhost.example.com/jwks",
        "http://10.0.0.7/jwks",
        "http://0.0.0.0/jwks",
        "http://[2001:db8::1]/jwks",
        "http://127.0.0.1@evil.example/jwks",
    ],
)
def test_keys_may_not_come_in_the_clear(url: str) -> None:
    with pytest.raises(InvalidSettings) as refusal:
        Settings.from_environment(PUBLISHED | {"AUTH_JWKS_URL": url})

    assert refusal.value.sentences == (IN_THE_CLEAR,)
