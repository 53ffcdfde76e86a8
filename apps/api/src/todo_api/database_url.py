"""DATABASE_URL, parsed once: what it may say, and what asyncpg is told for it."""

import re
import ssl
from dataclasses import dataclass, field, replace
from functools import cached_property
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

SslMode = Literal["disable", "require", "verify-ca", "verify-full"]
ServerRole = Literal["any", "primary", "standby", "read-write", "read-only", "prefer-standby"]

_PORT = 5432
_ADDRESS = re.compile(r"(\[(?P<ipv6>[0-9a-fA-F:.]+)\]|(?P<name>[^\[\]:]+))(:(?P<port>[0-9]{1,5}))?")
_PARAMETERS = {
    "application_name",
    "channel_binding",
    "host",
    "pgbouncer",
    "sslmode",
    "sslrootcert",
    "target_session_attrs",
}
DIRECT_SETTINGS = {
    "client_connection_check_interval": "1s",  # who waits for a lock for somebody who has gone holds others up
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
    target_session_attrs: ServerRole = "any"

    @property
    def is_local(self) -> bool:
        """Whether every host is this machine."""
        return all(is_this_machine(host) for host, _ in self.hosts)

    @property
    def direct(self) -> "DatabaseTarget":
        """The same database without Neon's pooler before it, which carries no notifications."""
        hosts = tuple((host.replace("-pooler.", ".", 1), port) for host, port in self.hosts)
        return self if hosts == self.hosts else replace(self, hosts=hosts, pooled=False)

    @cached_property
    def _tls(self) -> ssl.SSLContext | Literal[False]:
        """Made once: to read the machine's certificates takes longer than to connect."""
        return False if self.sslmode == "disable" else ssl.create_default_context(cafile=self.sslrootcert)

    def connect_arguments(self) -> dict[str, Any]:
        """Keyword arguments for `asyncpg.connect` and `asyncpg.create_pool`."""
        settings = {"application_name": self.application_name, "timezone": "UTC"}
        return {
            "host": [host for host, _ in self.hosts],
            "port": [port for _, port in self.hosts],
            "user": self.user,
            "password": self.password,
            "database": self.database,
            "ssl": self._tls,
            "server_settings": settings if self.pooled else settings | DIRECT_SETTINGS,
            "statement_cache_size": 0 if self.pooled else 128,
            "max_cached_statement_lifetime": 0,
            "target_session_attrs": self.target_session_attrs,
        }


def parse_database_url(url: str) -> DatabaseTarget:
    """Read a URL as PostgreSQL's and Neon's consoles print it.

    TLS certificates are always verified, for `sslmode=require` too. Hosts other than this machine get TLS unless the
    URL says `sslmode=disable`. Of several hosts the one that writes is meant, unless it says otherwise.
    `channel_binding` is accepted and has no effect: asyncpg does not offer it.

    Raises:
        InvalidDatabaseUrl: another scheme, an unknown parameter or a wrong value.
    """
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise InvalidDatabaseUrl("it is not a URL") from error
    if parts.scheme not in {"postgresql", "postgres"}:
        raise InvalidDatabaseUrl("it has to begin with postgresql://")
    if parts.fragment or "@" in parts.path + parts.query:
        # No further sentence may be built from such a URL: what follows may be a part of the password.
        raise InvalidDatabaseUrl("it has one of the characters #, /, ? and @ where it has to be percent-encoded")
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    parameters = dict(pairs)
    unknown = sorted(parameters.keys() - _PARAMETERS)
    if unknown or len(pairs) != len(parameters):
        what = f"the parameter {unknown[0]!r} is not known" if unknown else "a parameter is given twice"
        raise InvalidDatabaseUrl(f"{what}; allowed are {', '.join(sorted(_PARAMETERS))}")
    user, password, hosts = _authority(parts, parameters.get("host"))
    local = all(is_this_machine(host) for host, _ in hosts)
    sslmode = parameters.get("sslmode", "disable" if local else "require")
    _one_of(parameters.get("channel_binding", "prefer"), ("disable", "prefer", "require"), "channel_binding")
    database = unquote(parts.path.removeprefix("/"))
    if not database:
        raise InvalidDatabaseUrl("it does not name a database")
    role = parameters.get("target_session_attrs", "any" if len(hosts) == 1 else "read-write")
    return DatabaseTarget(
        hosts=hosts,
        user=user,
        password=password,
        database=database,
        sslmode=_one_of(sslmode, get_args(SslMode), "sslmode"),
        sslrootcert=_certificates(parameters.get("sslrootcert", "system")),
        pooled=_one_of(parameters.get("pgbouncer", "false"), ("true", "false"), "pgbouncer") == "true"
        or any("-pooler." in host for host, _ in hosts),
        application_name=parameters.get("application_name", "todo-api"),
        target_session_attrs=_one_of(role, get_args(ServerRole), "target_session_attrs"),
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
        return text, _PORT
    parts = _ADDRESS.fullmatch(text)
    port = int(parts["port"] or _PORT) if parts else 0
    if parts is None or not 0 < port < 2**16:
        raise InvalidDatabaseUrl("one of its hosts is not host, host:port or [IPv6]:port")
    return unquote(parts["ipv6"] or parts["name"]), port


def _certificates(file: str) -> str | None:
    if file == "system":
        return None
    if not Path(file).is_file():
        raise InvalidDatabaseUrl("sslrootcert has to be system or a file that exists")
    return file


def is_this_machine(host: str) -> bool:
    """Whether a host, or the folder of a socket, is certainly on this machine."""
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
