"""The settings: read once from the environment, checked, frozen, and passed down."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import timedelta
from importlib.util import find_spec
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    HttpUrl,
    ValidationError,
    field_validator,
    model_validator,
)

from todo_api.auth import ClaimRules, SharedSecret
from todo_api.database_url import DatabaseTarget, InvalidDatabaseUrl, is_this_machine, parse_database_url
from todo_api.origins import parse_origins

DEVELOPMENT_ISSUER = "todo-development"
SECRET_BYTES = 32

_PREFIXES = ("TODO_", "AUTH_", "BETTER_AUTH_")
_FOREIGN = {
    "AUTH_HOST",
    "AUTH_MAIL_FROM",
    "AUTH_PORT",
    "AUTH_RATE_LIMIT",
    "AUTH_SMTP_URL",
    "BETTER_AUTH_TELEMETRY",
    "BETTER_AUTH_TRUSTED_ORIGINS",
    "BETTER_AUTH_URL",
    "TODO_API_URL",
}
"""Variables of Better Auth's and of its server that a shared environment may hold."""
_MODES = ("AUTH_JWKS_URL", "BETTER_AUTH_SECRET", "TODO_DEVELOPMENT_SECRET")
_REDIS = "it has to be a URL such as redis://:password@host:6379/0, or one that begins with rediss:// for TLS"
_RATE = "it has to be a whole number of requests a minute, from 1 to 1000000000, or off"
_ALLOWED = {
    "DATABASE_URL": "it has to be set, to a URL such as postgresql://user:password@host/database",
    "AUTH_JWKS_URL": "it has to be a URL that begins with https://",
    "AUTH_ISSUER": "it must not be empty",
    "AUTH_AUDIENCE": "it must not be empty",
    "TODO_DOCS": "it has to be true or false",
    "TODO_LOG_FORMAT": "it has to be json or text",
    "TODO_SLOW_SECONDS": "it has to be a number of seconds from 0 to 3600",
    "TODO_METRICS_PORT": "it has to be a port, from 1 to 65535",
    "TODO_METRICS_HOST": "it has to be an address of this machine",
    "OTEL_EXPORTER_OTLP_ENDPOINT": "it has to be a URL such as http://localhost:4318",
    "TODO_RATE_LIMIT": _RATE,
    "TODO_RATE_LIMIT_ADDRESS": _RATE,
    "TODO_CHANGES_DAYS": "it has to be a whole number from 1 to 3650",
    "TODO_DRAIN_SECONDS": "it has to be a number of seconds from 0 to 300",
    "TODO_POOL_SIZE": "it has to be a whole number from 1 to 100",
}
"""What is said where Pydantic's own words would not tell all that is allowed."""


Rate = Annotated[
    Annotated[int, Field(ge=1, le=10**9)] | None, BeforeValidator(lambda rate: None if rate == "off" else rate)
]
"""Requests a minute; None for as many as you like."""


class InvalidSettings(Exception):
    """The settings cannot be used; each sentence names a variable, what is wrong with it and what is allowed."""

    def __init__(self, *sentences: str) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


class Settings(BaseModel):
    """What the API is told from outside. The fields' aliases are the names of the environment variables."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, arbitrary_types_allowed=True)

    database_url: Annotated[str, Field(alias="DATABASE_URL", repr=False)]
    jwks_url: Annotated[HttpUrl | None, Field(alias="AUTH_JWKS_URL")] = None
    issuer: Annotated[str | None, Field(alias="AUTH_ISSUER", min_length=1)] = None
    audience: Annotated[str | None, Field(alias="AUTH_AUDIENCE", min_length=1)] = None
    shared_secret: Annotated[str | None, Field(alias="BETTER_AUTH_SECRET", repr=False)] = None
    development_secret: Annotated[str | None, Field(alias="TODO_DEVELOPMENT_SECRET", repr=False)] = None
    redis_url: Annotated[str | None, Field(alias="REDIS_URL", repr=False)] = None
    cors_origins: Annotated[tuple[str, ...], Field(alias="TODO_CORS_ORIGINS"), BeforeValidator(parse_origins)] = ()
    docs: Annotated[bool, Field(alias="TODO_DOCS")] = False
    log_format: Annotated[Literal["json", "text"] | None, Field(alias="TODO_LOG_FORMAT")] = None
    slow_seconds: Annotated[float, Field(alias="TODO_SLOW_SECONDS", ge=0, le=3600, allow_inf_nan=False)] = 1.0
    metrics_port: Annotated[int | None, Field(alias="TODO_METRICS_PORT", ge=1, le=65535)] = None
    metrics_host: Annotated[str, Field(alias="TODO_METRICS_HOST", min_length=1)] = "127.0.0.1"
    traces_url: Annotated[HttpUrl | None, Field(alias="OTEL_EXPORTER_OTLP_ENDPOINT")] = None
    rate_limit: Annotated[Rate, Field(alias="TODO_RATE_LIMIT")] = 1200
    rate_limit_address: Annotated[Rate, Field(alias="TODO_RATE_LIMIT_ADDRESS")] = 300
    changes_days: Annotated[int, Field(alias="TODO_CHANGES_DAYS", ge=1, le=3650)] = 90
    drain_seconds: Annotated[float, Field(alias="TODO_DRAIN_SECONDS", ge=0, le=300, allow_inf_nan=False)] = 5.0
    pool_size: Annotated[int, Field(alias="TODO_POOL_SIZE", ge=1, le=100)] = 10

    @field_validator("database_url")
    @classmethod
    def _parsable(cls, url: str) -> str:
        try:
            parse_database_url(url)
        except InvalidDatabaseUrl as error:
            raise ValueError(f"DATABASE_URL cannot be used: {error}") from error
        return url

    @field_validator("redis_url")
    @classmethod
    def _of_redis(cls, url: str | None) -> str | None:
        if url is not None and not _is_redis_url(url):
            raise ValueError(f"REDIS_URL: {_REDIS}")
        return url

    @field_validator("jwks_url")
    @classmethod
    def _keys_from_whom_they_seem_to_be(cls, url: HttpUrl | None) -> HttpUrl | None:
        if url is not None and url.scheme != "https" and not is_this_machine((url.host or "").strip("[]")):
            raise ValueError(
                "AUTH_JWKS_URL has to begin with https://, unless its host is this machine: who could change the keys"
                " on their way could sign tokens"
            )
        return url

    @field_validator("traces_url")
    @classmethod
    def _with_what_it_takes(cls, url: HttpUrl | None) -> HttpUrl | None:
        if url is not None and find_spec("opentelemetry.sdk") is None:
            raise ValueError("needs todo-api[traces], which is not installed")
        return url

    @field_validator("shared_secret", "development_secret")
    @classmethod
    def _strong(cls, secret: str | None) -> str | None:
        if secret is not None and len(secret.encode()) < SECRET_BYTES:
            raise ValueError(f"is too short; it takes at least {SECRET_BYTES} bytes (RFC 7518, section 3.2)")
        if secret is not None:
            SharedSecret(secret, ClaimRules(DEVELOPMENT_ISSUER, DEVELOPMENT_ISSUER))
        return secret

    @model_validator(mode="after")
    def _fit_together(self) -> Self:
        given = {str(field.alias) for name, field in type(self).model_fields.items() if getattr(self, name) is not None}
        for complaint in _contradictions(given):
            raise ValueError(complaint)
        if self.development_secret is not None and not self.database.is_local:
            raise ValueError(
                "TODO_DEVELOPMENT_SECRET works only with a database on this machine, but DATABASE_URL points elsewhere;"
                " set AUTH_JWKS_URL or BETTER_AUTH_SECRET instead"
            )
        return self

    @property
    def database(self) -> DatabaseTarget:
        return parse_database_url(self.database_url)

    @property
    def changes_kept(self) -> timedelta:
        """How long the log of changes reaches back at least."""
        return timedelta(days=self.changes_days)

    @property
    def token_issuer(self) -> str:
        return self.issuer or DEVELOPMENT_ISSUER

    @property
    def token_audience(self) -> str:
        return self.audience or DEVELOPMENT_ISSUER

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Read the variables that are ours.

        Raises:
            InvalidSettings: one is missing, wrong or unknown; all that can be said is said at once.
        """
        known = {str(field.alias) for field in cls.model_fields.values()}
        ours = {name: environment[name] for name in known if name in environment}
        unknown = sorted(name for name in environment if name.startswith(_PREFIXES) and name not in known | _FOREIGN)
        sentences = [f"{name} is not a setting; there are {', '.join(sorted(known))}" for name in unknown]
        try:
            settings = cls.model_validate(ours)
        except ValidationError as error:
            wrong = [_sentence(part["loc"], part["type"], part["msg"]) for part in error.errors()]
            sentences += dict.fromkeys([*wrong, *_contradictions(ours.keys())])
            raise InvalidSettings(*sentences) from error
        if sentences:
            raise InvalidSettings(*sentences)
        return settings


def _is_redis_url(url: str) -> bool:
    """Whether it names a host, and nothing that we would not know; its parameters could switch off what TLS is for."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    return (
        parts.scheme in {"redis", "rediss"}
        and bool(parts.hostname)
        and port != 0
        and not (parts.query or parts.fragment)
        and re.fullmatch("(/[0-9]{0,3})?", parts.path) is not None
    )


def _contradictions(given: AbstractSet[str]) -> Iterator[str]:
    """What is wrong with the way in which tokens are verified, whatever the values are."""
    chosen = [mode for mode in _MODES if mode in given]
    if not chosen:
        yield (
            "nothing says how tokens are verified: set AUTH_JWKS_URL to the address of the issuer's keys, or"
            " BETTER_AUTH_SECRET to the secret shared with it (`todo up` does without, with a secret of its own)"
        )
    elif len(chosen) > 1:
        yield f"{' and '.join(chosen)} are set, but tokens are verified in one way only: leave one of them"
    elif chosen == ["TODO_DEVELOPMENT_SECRET"]:
        for name in sorted({"AUTH_ISSUER", "AUTH_AUDIENCE"} & given):
            yield f"{name} is set without AUTH_JWKS_URL or BETTER_AUTH_SECRET: set one of these, or leave it out"
    elif not {"AUTH_ISSUER", "AUTH_AUDIENCE"} <= given:
        yield (
            f"{chosen[0]} needs AUTH_ISSUER and AUTH_AUDIENCE, which its tokens name as `iss` and `aud`"
            " (Better Auth's base URL)"
        )


def _sentence(location: tuple[int | str, ...], kind: str, message: str) -> str:
    reason = message.removeprefix("Value error, ")
    name = str(location[0]) if location else ""
    if name in reason or not name:
        return reason
    if kind != "value_error":
        return f"{name}: {_ALLOWED[name]}"
    return f"{name} {reason}" if reason[:1].islower() else f"{name}: {reason}"
