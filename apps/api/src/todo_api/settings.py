"""The settings: read once from the environment, checked, frozen, and passed down."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, ValidationError, field_validator, model_validator

from todo_api.auth import ClaimRules, SharedSecret
from todo_api.database_url import DatabaseTarget, InvalidDatabaseUrl, is_this_machine, parse_database_url

DEVELOPMENT_ISSUER = "todo-development"
SECRET_BYTES = 32

_PREFIXES = ("TODO_", "AUTH_", "BETTER_AUTH_")
_FOREIGN = {"BETTER_AUTH_URL", "BETTER_AUTH_TRUSTED_ORIGINS", "BETTER_AUTH_TELEMETRY"}
"""Variables of Better Auth's own that a shared environment may hold."""


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
    pool_size: Annotated[int, Field(alias="TODO_POOL_SIZE", ge=1, le=100)] = 10

    @model_validator(mode="after")
    def _exactly_one_token_mode(self) -> Self:
        modes = {
            "AUTH_JWKS_URL": self.jwks_url,
            "BETTER_AUTH_SECRET": self.shared_secret,
            "TODO_DEVELOPMENT_SECRET": self.development_secret,
        }
        chosen = [name for name, value in modes.items() if value is not None]
        if len(chosen) != 1:
            said = f"{' and '.join(chosen)} are set" if chosen else "none is set"
            raise ValueError(f"of {', '.join(modes)} exactly one says how tokens are verified, but {said}")
        if self.development_secret is None and not (self.issuer and self.audience):
            raise ValueError(f"{chosen[0]} needs AUTH_ISSUER and AUTH_AUDIENCE, the base URLs that the tokens name")
        return self

    @field_validator("jwks_url", mode="after")
    @classmethod
    def _keys_from_whom_they_seem_to_be(cls, url: HttpUrl | None) -> HttpUrl | None:
        if url is not None and url.scheme != "https" and not is_this_machine((url.host or "").strip("[]")):
            raise ValueError(
                "it has to begin with https://, unless its host is this machine: who could change the keys"
                " on their way could sign tokens"
            )
        return url

    @model_validator(mode="after")
    def _safe_secrets(self) -> Self:
        database = self.database
        for name, secret in (
            ("BETTER_AUTH_SECRET", self.shared_secret),
            ("TODO_DEVELOPMENT_SECRET", self.development_secret),
        ):
            if secret is None:
                continue
            if len(secret.encode()) < SECRET_BYTES:
                raise ValueError(f"{name} is too short; it takes at least {SECRET_BYTES} bytes (RFC 7518, section 3.2)")
            try:
                SharedSecret(secret, ClaimRules(self.token_issuer, self.token_audience))
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from error
        if self.development_secret is not None and not database.is_local:
            raise ValueError(
                "TODO_DEVELOPMENT_SECRET works only with a database on this machine, but DATABASE_URL points elsewhere;"
                " set AUTH_JWKS_URL or BETTER_AUTH_SECRET instead"
            )
        return self

    @property
    def database(self) -> DatabaseTarget:
        try:
            return parse_database_url(self.database_url)
        except InvalidDatabaseUrl as error:
            raise ValueError(f"DATABASE_URL cannot be used: {error}") from error

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
            InvalidSettings: one is missing, wrong or unknown.
        """
        known = {str(field.alias) for field in cls.model_fields.values()}
        unknown = sorted(name for name in environment if name.startswith(_PREFIXES) and name not in known | _FOREIGN)
        if unknown:
            raise InvalidSettings(
                *(f"{name} is not a setting; there are {', '.join(sorted(known))}" for name in unknown)
            )
        try:
            return cls.model_validate({name: environment[name] for name in known if name in environment})
        except ValidationError as error:
            raise InvalidSettings(*(_sentence(part["loc"], part["msg"]) for part in error.errors())) from error


def _sentence(location: tuple[int | str, ...], message: str) -> str:
    reason = message.removeprefix("Value error, ")
    if not location:
        return reason
    return f"{location[0]}: {reason if reason[:2].isupper() else reason[:1].lower() + reason[1:]}"
