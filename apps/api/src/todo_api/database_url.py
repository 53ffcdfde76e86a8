"""DATABASE_URL, parsed once: what it may say, and what asyncpg is told for it."""

import ssl
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any, Literal, get_args
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

SslMode = Literal["disable", "require", "verify-ca", "verify-full"]

_PARAMETERS = {
    "application_name",
    "channel_binding",
    "host",
    "pgbouncer",
    "sslmode",
    "sslrootcert",
    "target_session_attrs",
}
_DIRECT_SETTINGS = {
    "idle_in_transaction_session_timeout": "10s",
    "jit": "off",  # the statements are short; compiling one would take longer than running it
    "statement_timeout": "10s",
}
"""A transaction pooler refuses these at start-up; there they belong to the role (ALTER ROLE ... SET)."""


class InvalidDatabaseUrl(ValueError):
    """The URL cannot be used; the message is a sentence that never contains the password."""


@dataclass(frozen=True)
class DatabaseTarget:
    """Where the database is and how to speak to it."""

    hosts: tuple[tuple[str, int], ...]
    user: str
    password: str | None = field(repr=False)
    database: str
    sslmode: SslMode
    sslrootcert: str | None = None
    pooled: bool = False
    application_name: str = "todo-api"
    target_session_attrs: str | None = None

    @property
    def is_local(self) -> bool:
        """Whether every host is this machine."""
        return all(_is_local(host) for host, _ in self.hosts)

    def connect_arguments(self) -> dict[str, Any]:
        """Keyword arguments for `asyncpg.connect` and `asyncpg.create_pool`."""
        settings = {"application_name": self.application_name, "timezone": "UTC"}
        arguments: dict[str, Any] = {
            "host": [host for host, _ in self.hosts],
            "port": [port for _, port in self.hosts],
            "user": self.user,
            "password": self.password,
            "database": self.database,
            "ssl": False if self.sslmode == "disable" else ssl.create_default_context(cafile=self.sslrootcert),
            "server_settings": settings if self.pooled else settings | _DIRECT_SETTINGS,
            "statement_cache_size": 0 if self.pooled else 512,
            "max_cached_statement_lifetime": 0,
        }
        if self.target_session_attrs:
            arguments["target_session_attrs"] = self.target_session_attrs
        return arguments


def parse_database_url(url: str) -> DatabaseTarget:
    """Read a URL as PostgreSQL's and Neon's consoles print it.

    TLS certificates are always verified, for `sslmode=require` too. Hosts other than this machine get TLS unless the
    URL says `sslmode=disable`. `channel_binding` is accepted and has no effect: asyncpg does not offer it.

    Raises:
        InvalidDatabaseUrl: another scheme, an unknown parameter or a wrong value.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise InvalidDatabaseUrl("it has to begin with postgresql://")
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    parameters = dict(pairs)
    unknown = sorted(parameters.keys() - _PARAMETERS)
    if unknown or len(pairs) != len(parameters):
        what = f"the parameter {unknown[0]!r} is not known" if unknown else "a parameter is given twice"
        raise InvalidDatabaseUrl(f"{what}; allowed are {', '.join(sorted(_PARAMETERS))}")
    user, password, hosts = _authority(parts, parameters.get("host"))
    local = all(_is_local(host) for host, _ in hosts)
    sslmode = parameters.get("sslmode", "disable" if local else "require")
    database = unquote(parts.path.removeprefix("/"))
    if not database:
        raise InvalidDatabaseUrl("it does not name a database")
    return DatabaseTarget(
        hosts=hosts,
        user=user,
        password=password,
        database=database,
        sslmode=_one_of(sslmode, get_args(SslMode), "sslmode"),
        sslrootcert=parameters.get("sslrootcert"),
        pooled=_one_of(parameters.get("pgbouncer", "false"), ("true", "false"), "pgbouncer") == "true"
        or any("-pooler." in host for host, _ in hosts),
        application_name=parameters.get("application_name", "todo-api"),
        target_session_attrs=parameters.get("target_session_attrs"),
    )


def _authority(parts: SplitResult, host_parameter: str | None) -> tuple[str, str | None, tuple[tuple[str, int], ...]]:
    credentials, _, addresses = parts.netloc.rpartition("@")
    user, _, password = credentials.partition(":")
    if not user:
        raise InvalidDatabaseUrl("it does not name a user")
    named = addresses or host_parameter or ""
    if not named or (addresses and host_parameter):
        raise InvalidDatabaseUrl("it has to name its host once")
    return unquote(user), unquote(password) or None, tuple(_address(address) for address in named.split(","))


def _address(text: str) -> tuple[str, int]:
    if text.startswith("/"):
        return text, 5432
    host, colon, port = text.rpartition(":") if not text.endswith("]") else (text, "", "")
    host, port = (host, port) if colon else (text, "5432")
    if not host or not port.isascii() or not port.isdigit() or not 0 < int(port) < 2**16:
        raise InvalidDatabaseUrl("one of its hosts is not host or host:port")
    return unquote(host).strip("[]"), int(port)


def _is_local(host: str) -> bool:
    if host.startswith("/") or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _one_of[T: str](value: str, allowed: tuple[T, ...], name: str) -> T:
    for choice in allowed:
        if value == choice:
            return choice
    raise InvalidDatabaseUrl(f"{name} has to be one of {', '.join(allowed)}")
