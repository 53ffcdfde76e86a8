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

UNVERIFIED = (
    "nothing says how tokens are verified: set AUTH_JWKS_URL to the address of the issuer's keys, or BETTER_AUTH_SECRET"
    " to the secret shared with it (`todo up` does without, with a secret of its own)"
)
ADDRESSES = "needs AUTH_ISSUER and AUTH_AUDIENCE, which its tokens name as `iss` and `aud` (Better Auth's base URL)"
NO_DATABASE = "DATABASE_URL: it has to be set, to a URL such as postgresql://user:password@host/database"
NO_URL = "AUTH_JWKS_URL: it has to be a URL that begins with https://"
NO_REDIS = (
    "REDIS_URL: it has to be a URL such as redis://:password@host:6379/0, or one that begins with rediss:// for TLS"
)
NO_SIZE = "TODO_POOL_SIZE: it has to be a whole number from 1 to 100"
ANY_SITE = "TODO_CORS_ORIGINS has to name each origin: `*` would let the pages of every site read what users have"
NO_ORIGIN = (
    "TODO_CORS_ORIGINS has to be a list of origins such as https://todo.example,http://localhost:5173: scheme and host"
    " in small letters, the port if it is not the scheme's own, and nothing behind it"
)
NO_SECONDS = "TODO_SLOW_SECONDS: it has to be a number of seconds from 0 to 3600"
RATE = "it has to be a whole number of requests a minute, from 1 to 1000000000, or off"
NO_PORT = "TODO_METRICS_PORT: it has to be a port, from 1 to 65535"
NO_COLLECTOR = "OTEL_EXPORTER_OTLP_ENDPOINT: it has to be a URL such as http://localhost:4318"
TOO_FAR = (
    "TODO_DEVELOPMENT_SECRET works only with a database on this machine, but DATABASE_URL points elsewhere;"
    " set AUTH_JWKS_URL or BETTER_AUTH_SECRET instead"
)
ALL = (
    "AUTH_AUDIENCE, AUTH_ISSUER, AUTH_JWKS_URL, BETTER_AUTH_SECRET, DATABASE_URL, OTEL_EXPORTER_OTLP_ENDPOINT,"
    " REDIS_URL, TODO_CHANGES_DAYS, TODO_CORS_ORIGINS, TODO_DEVELOPMENT_SECRET, TODO_DOCS, TODO_DRAIN_SECONDS,"
    " TODO_LOG_FORMAT, TODO_METRICS_HOST, TODO_METRICS_PORT, TODO_POOL_SIZE, TODO_RATE_LIMIT, TODO_RATE_LIMIT_ADDRESS,"
    " TODO_SLOW_SECONDS"
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
    redis_url = "rediss://:qzvx-password@cache.example.com:6380/1"
    settings = Settings.from_environment(SHARED | {"TODO_POOL_SIZE": "100", "REDIS_URL": redis_url})

    assert (settings.database.user, settings.database.password) == ("todo", "qzvx-password")
    assert (settings.token_issuer, settings.token_audience) == (NAMES["AUTH_ISSUER"], NAMES["AUTH_AUDIENCE"])
    assert settings.pool_size == 100
    assert settings.redis_url == redis_url


@pytest.mark.parametrize(
    ("environment", "sentences"),
    [
        ({}, [NO_DATABASE, UNVERIFIED]),
        (
            {"DATABASE_URL": LOCAL},
            [UNVERIFIED],
        ),
        (
            SHARED | {"AUTH_JWKS_URL": KEYS},
            [
                (
                    "AUTH_JWKS_URL and BETTER_AUTH_SECRET are set, but tokens are verified in one way only:"
                    " leave one of them"
                ),
            ],
        ),
        (
            {name: value for name, value in SHARED.items() if name != "AUTH_ISSUER"},
            [f"BETTER_AUTH_SECRET {ADDRESSES}"],
        ),
        (
            {name: value for name, value in PUBLISHED.items() if name != "AUTH_AUDIENCE"},
            [f"AUTH_JWKS_URL {ADDRESSES}"],
        ),
        (PUBLISHED | {"AUTH_ISSUER": ""}, ["AUTH_ISSUER: it must not be empty"]),
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
            DEVELOPMENT | {"AUTH_ISSUER": "https://auth.example.com"},
            ["AUTH_ISSUER is set without AUTH_JWKS_URL or BETTER_AUTH_SECRET: set one of these, or leave it out"],
        ),
        (
            {"DATABASE_URL": "qzvx", "TODO_POOL_SIZE": "qzvx"},
            ["DATABASE_URL cannot be used: it has to begin with postgresql://", NO_SIZE, UNVERIFIED],
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
        *(
            (DEVELOPMENT | {"REDIS_URL": url}, [NO_REDIS])
            for url in (
                "",
                "qzvx",
                "https://:qzvx@cache.example.com",
                "redis://",
                "redis://cache:qzvx",
                "redis://:qzvx@cache/first",
                "rediss://:qzvx@cache?ssl_cert_reqs=none",
                "unix:///run/valkey.sock",
            )
        ),
        (DEVELOPMENT | {"TODO_POOL_SIZE": "0"}, [NO_SIZE]),
        (DEVELOPMENT | {"TODO_POOL_SIZE": "101"}, [NO_SIZE]),
        (
            DEVELOPMENT | {"TODO_POOL_SIZE": "qzvx"},
            [NO_SIZE],
        ),
        *((DEVELOPMENT | {"TODO_CORS_ORIGINS": listed}, [ANY_SITE]) for listed in ("*", "https://todo.example,*")),
        *(
            (DEVELOPMENT | {"TODO_CORS_ORIGINS": listed}, [NO_ORIGIN])
            for listed in (
                "",
                "qzvx",
                "null",
                "https://qzvx.example/",
                "https://*.qzvx.example",
                "https://qzvx.example,",
                "HTTPS://qzvx.example",
                "ftp://qzvx.example",
                "https://ada@qzvx.example",
            )
        ),
        *((DEVELOPMENT | {"TODO_METRICS_PORT": port}, [NO_PORT]) for port in ("qzvx", "0", "65536")),
        (DEVELOPMENT | {"OTEL_EXPORTER_OTLP_ENDPOINT": "qzvx"}, [NO_COLLECTOR]),
        (DEVELOPMENT | {"TODO_METRICS_HOST": ""}, ["TODO_METRICS_HOST: it has to be an address of this machine"]),
        (DEVELOPMENT | {"TODO_LOG_FORMAT": "qzvx"}, ["TODO_LOG_FORMAT: it has to be json or text"]),
        *(
            (DEVELOPMENT | {"TODO_SLOW_SECONDS": seconds}, [NO_SECONDS])
            for seconds in ("qzvx", "-1", "3601", "nan", "inf")
        ),
        *(
            (DEVELOPMENT | {name: rate}, [f"{name}: {RATE}"])
            for name in ("TODO_RATE_LIMIT", "TODO_RATE_LIMIT_ADDRESS")
            for rate in ("qzvx", "0", "-1", "1.5", "1000000001", "")
        ),
        *(
            (
                DEVELOPMENT | {"TODO_DRAIN_SECONDS": seconds},
                ["TODO_DRAIN_SECONDS: it has to be a number of seconds from 0 to 300"],
            )
            for seconds in ("qzvx", "-1", "301", "nan")
        ),
        (DEVELOPMENT | {"TODO_DOCS": "qzvx"}, ["TODO_DOCS: it has to be true or false"]),
        (
            PUBLISHED | {"AUTH_JWKS_URL": "qzvx"},
            [NO_URL],
        ),
        (PUBLISHED | {"AUTH_JWKS_URL": "ftp://qzvx/jwks"}, [NO_URL]),
        (
            {"DATABASE_URL": LOCAL, "TODO_POOL_SIZE": "x", "AUTH_JWKS_URL": ""},
            [NO_URL, NO_SIZE, f"AUTH_JWKS_URL {ADDRESSES}"],
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


@pytest.mark.parametrize(("value", "rate"), [(None, 1200), ("1", 1), ("1000000000", 10**9), ("off", None)])
def test_a_rate_is_a_number_or_off(value: str | None, rate: int | None) -> None:
    settings = Settings.from_environment(DEVELOPMENT | ({} if value is None else {"TODO_RATE_LIMIT": value}))

    assert settings.rate_limit == rate


def test_settings_do_not_change() -> None:
    settings: Any = Settings.from_environment(DEVELOPMENT)

    with pytest.raises(ValueError, match="frozen"):
        settings.pool_size = 20
