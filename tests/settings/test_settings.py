"""The environment: what is wrong with it is told in one sentence, and what is secret stays so."""

from typing import Any

import pytest

from todo_api.app import create_app
from todo_api.settings import InvalidSettings, Settings

SECRET = "qzvx-0123456789-0123456789-0123456789"
LOCAL = "postgresql://todo:qzvx-password@localhost/todo"
REMOTE = "postgresql://todo:qzvx-password@db.example.com/todo"
KEYS = "https://auth.example.com/api/auth/jwks"
NAMES = {"AUTH_ISSUER": "https://auth.example.com", "AUTH_AUDIENCE": "https://auth.example.com"}

ONE_WAY = "of AUTH_JWKS_URL, BETTER_AUTH_SECRET, TODO_DEVELOPMENT_SECRET exactly one says how tokens are verified"
TOO_FAR = (
    "TODO_DEVELOPMENT_SECRET works only with a database on this machine, but DATABASE_URL points elsewhere;"
    " set AUTH_JWKS_URL or BETTER_AUTH_SECRET instead"
)
ALL = (
    "AUTH_AUDIENCE, AUTH_ISSUER, AUTH_JWKS_URL, BETTER_AUTH_SECRET, DATABASE_URL, TODO_DEVELOPMENT_SECRET,"
    " TODO_POOL_SIZE"
)
PEM = (
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----"
)
SSH = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE ada@example"

DEVELOPMENT = {"DATABASE_URL": LOCAL, "TODO_DEVELOPMENT_SECRET": SECRET}
SHARED = {"DATABASE_URL": REMOTE, "BETTER_AUTH_SECRET": SECRET, **NAMES}
PUBLISHED = {"DATABASE_URL": REMOTE, "AUTH_JWKS_URL": KEYS, **NAMES}


@pytest.mark.parametrize("environment", [DEVELOPMENT, SHARED, PUBLISHED], ids=["development", "shared", "published"])
async def test_each_way_to_verify_tokens_is_a_way_to_start(environment: dict[str, str]) -> None:
    settings = Settings.from_environment(environment | {"PATH": "/bin", "HOME": "/root", "BETTER_AUTH_URL": "x"})

    app = create_app(settings)
    await app.state.verifier.close()
    assert settings.pool_size == 10
    assert settings.token_issuer == environment.get("AUTH_ISSUER", "todo-development")


def test_what_is_read_is_what_was_set() -> None:
    settings = Settings.from_environment(SHARED | {"TODO_POOL_SIZE": "100"})

    assert (settings.database.user, settings.database.password) == ("todo", "qzvx-password")
    assert (settings.token_issuer, settings.token_audience) == (NAMES["AUTH_ISSUER"], NAMES["AUTH_AUDIENCE"])
    assert settings.pool_size == 100


@pytest.mark.parametrize(
    ("environment", "sentences"),
    [
        ({}, ["DATABASE_URL: field required"]),
        (
            {"DATABASE_URL": LOCAL},
            [f"{ONE_WAY}, but none is set"],
        ),
        (
            SHARED | {"AUTH_JWKS_URL": KEYS},
            [f"{ONE_WAY}, but AUTH_JWKS_URL and BETTER_AUTH_SECRET are set"],
        ),
        (
            {name: value for name, value in SHARED.items() if name != "AUTH_ISSUER"},
            ["BETTER_AUTH_SECRET needs AUTH_ISSUER and AUTH_AUDIENCE, the base URLs that the tokens name"],
        ),
        (
            {name: value for name, value in PUBLISHED.items() if name != "AUTH_AUDIENCE"},
            ["AUTH_JWKS_URL needs AUTH_ISSUER and AUTH_AUDIENCE, the base URLs that the tokens name"],
        ),
        (PUBLISHED | {"AUTH_ISSUER": ""}, ["AUTH_ISSUER: string should have at least 1 character"]),
        (
            SHARED | {"BETTER_AUTH_SECRET": "qzvx" * 7 + "abc"},
            ["BETTER_AUTH_SECRET is too short; it takes at least 32 bytes (RFC 7518, section 3.2)"],
        ),
        (
            SHARED | {"BETTER_AUTH_SECRET": ""},
            ["BETTER_AUTH_SECRET is too short; it takes at least 32 bytes (RFC 7518, section 3.2)"],
        ),
        (
            DEVELOPMENT | {"TODO_DEVELOPMENT_SECRET": "qzvx"},
            ["TODO_DEVELOPMENT_SECRET is too short; it takes at least 32 bytes (RFC 7518, section 3.2)"],
        ),
        (
            DEVELOPMENT | {"DATABASE_URL": REMOTE},
            [TOO_FAR],
        ),
        (
            DEVELOPMENT | {"DATABASE_URL": "postgresql://todo:qzvx@localhost,db.example.com/todo"},
            [TOO_FAR],
        ),
        (
            SHARED | {"DATABASE_URL": "mysql://todo:qzvx@localhost/todo"},
            ["DATABASE_URL cannot be used: it has to begin with postgresql://"],
        ),
        (
            PUBLISHED | {"DATABASE_URL": "postgresql://todo:qzvx@localhost"},
            ["DATABASE_URL cannot be used: it does not name a database"],
        ),
        (DEVELOPMENT | {"TODO_POOL_SIZE": "0"}, ["TODO_POOL_SIZE: input should be greater than or equal to 1"]),
        (DEVELOPMENT | {"TODO_POOL_SIZE": "101"}, ["TODO_POOL_SIZE: input should be less than or equal to 100"]),
        (
            DEVELOPMENT | {"TODO_POOL_SIZE": "qzvx"},
            ["TODO_POOL_SIZE: input should be a valid integer, unable to parse string as an integer"],
        ),
        (
            PUBLISHED | {"AUTH_JWKS_URL": "qzvx"},
            ["AUTH_JWKS_URL: input should be a valid URL, relative URL without a base"],
        ),
        (PUBLISHED | {"AUTH_JWKS_URL": "ftp://qzvx/jwks"}, ["AUTH_JWKS_URL: URL scheme should be 'http' or 'https'"]),
        (
            {"DATABASE_URL": LOCAL, "TODO_POOL_SIZE": "x", "AUTH_JWKS_URL": ""},
            [
                "AUTH_JWKS_URL: input should be a valid URL, input is empty",
                "TODO_POOL_SIZE: input should be a valid integer, unable to parse string as an integer",
            ],
        ),
    ],
)
def test_a_wrong_environment_is_told_in_sentences(environment: dict[str, str], sentences: list[str]) -> None:
    with pytest.raises(InvalidSettings) as refusal:
        Settings.from_environment(environment)

    assert list(refusal.value.sentences) == sentences
    assert str(refusal.value) == "\n".join(sentences)
    assert "qzvx" not in str(refusal.value) + repr(refusal.value) + str(refusal.value.__cause__)


@pytest.mark.parametrize(
    "name", ["TODO_POOLSIZE", "TODO_DATABASE_URL", "AUTH_JWKS", "AUTH_SECRET", "BETTER_AUTH_SECRETS", "TODO_"]
)
def test_a_misspelt_variable_is_not_ignored(name: str) -> None:
    with pytest.raises(InvalidSettings) as refusal:
        Settings.from_environment(DEVELOPMENT | {name: "qzvx", "todo_lowercase": "is somebody else's"})

    assert refusal.value.sentences == (f"{name} is not a setting; there are {ALL}",)


@pytest.mark.parametrize("secret", [PEM, SSH], ids=["PEM", "SSH"])
def test_a_public_key_is_no_secret(secret: str) -> None:
    with pytest.raises(InvalidSettings, match=r"^BETTER_AUTH_SECRET: .*it must be random bytes") as refusal:
        Settings.from_environment(SHARED | {"BETTER_AUTH_SECRET": secret})

    assert secret not in str(refusal.value)


@pytest.mark.parametrize("environment", [DEVELOPMENT, SHARED, PUBLISHED], ids=["development", "shared", "published"])
def test_showing_the_settings_shows_no_secret(environment: dict[str, str]) -> None:
    settings = Settings.from_environment(environment)

    assert "qzvx" not in f"{settings!r} {settings} {settings.database!r} {settings.database}"


def test_settings_do_not_change() -> None:
    settings: Any = Settings.from_environment(DEVELOPMENT)

    with pytest.raises(ValueError, match="frozen"):
        settings.pool_size = 20
