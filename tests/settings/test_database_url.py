"""DATABASE_URL, as consoles print it and as people mistype it."""

import ssl
from pathlib import Path

import pytest

from todo_api.database_url import InvalidDatabaseUrl, parse_database_url

UNESCAPED = "it has one of the characters #, /, ? and @ where it has to be percent-encoded"
ALLOWED = "application_name, channel_binding, host, pgbouncer, sslmode, sslrootcert, target_session_attrs"
NEON = "ep-cool-darkness-123456"


def test_the_url_of_neon_is_taken_as_its_console_prints_it() -> None:
    url = f"postgresql://ada:s3cr3t@{NEON}.eu-central-1.aws.neon.tech/neondb?sslmode=require&channel_binding=require"
    target = parse_database_url(url)

    arguments = target.connect_arguments()
    assert (target.user, target.password, target.database) == ("ada", "s3cr3t", "neondb")
    assert target.hosts == ((f"{NEON}.eu-central-1.aws.neon.tech", 5432),)
    assert (target.is_local, target.pooled) == (False, False)
    assert arguments["ssl"].verify_mode is ssl.CERT_REQUIRED
    assert arguments["ssl"].check_hostname
    assert arguments["server_settings"]["statement_timeout"] == "10s"
    assert arguments["statement_cache_size"] > 0


def test_the_pooled_url_of_neon_is_taken_as_its_console_prints_it() -> None:
    host = f"{NEON}-pooler.eu-central-1.aws.neon.tech"
    target = parse_database_url(f"postgresql://ada:s3cr3t@{host}/neondb?sslmode=require&channel_binding=require")

    arguments = target.connect_arguments()
    assert (target.hosts, target.pooled) == (((host, 5432),), True)
    assert arguments["ssl"].verify_mode is ssl.CERT_REQUIRED
    assert arguments["ssl"].check_hostname
    assert arguments["ssl"] is target.connect_arguments()["ssl"], "to read the machine's certificates takes its time"


@pytest.mark.parametrize(
    ("query", "role"), [("", "read-write"), ("?target_session_attrs=any", "any"), ("?sslmode=disable", "read-write")]
)
def test_of_several_hosts_the_one_that_writes_is_meant(query: str, role: str) -> None:
    assert parse_database_url(f"postgresql://u@a,b/d{query}").target_session_attrs == role
    assert parse_database_url("postgresql://u@a/d").target_session_attrs == "any"


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://ada:s3cr3t@{NEON}-pooler.eu-central-1.aws.neon.tech/neondb?sslmode=require",
        "postgresql://ada:s3cr3t@pooler.example.com:6432/todo?pgbouncer=true",
    ],
)
def test_a_pooler_is_asked_for_nothing_that_it_refuses(url: str) -> None:
    target = parse_database_url(url)

    arguments = target.connect_arguments()
    assert target.pooled
    assert arguments["statement_cache_size"] == 0
    assert arguments["server_settings"].keys() == {"application_name", "timezone"}


def test_what_no_pooler_carries_goes_to_the_database_itself() -> None:
    pooled = parse_database_url(f"postgresql://ada:s3cr3t@{NEON}-pooler.eu-central-1.aws.neon.tech/neondb")
    own = parse_database_url("postgresql://ada:s3cr3t@pooler.example.com:6432/todo?pgbouncer=true")

    assert pooled.direct == parse_database_url(f"postgresql://ada:s3cr3t@{NEON}.eu-central-1.aws.neon.tech/neondb")
    assert own.direct == own


@pytest.mark.parametrize(
    ("url", "hosts", "local"),
    [
        ("postgresql://u@localhost/d", (("localhost", 5432),), True),
        ("postgres://u@127.0.0.1:6543/d", (("127.0.0.1", 6543),), True),
        ("postgresql://u@[::1]/d", (("::1", 5432),), True),
        ("postgresql://u@[::1]:6543/d", (("::1", 6543),), True),
        ("postgresql://u@[2001:db8::7]:6543/d", (("2001:db8::7", 6543),), False),
        ("postgresql://u@/d?host=/run/postgresql", (("/run/postgresql", 5432),), True),
        ("postgresql://u@%2Frun%2Fpostgresql/d", (("/run/postgresql", 5432),), True),
        ("postgresql://u@a:1,b:2,c/d", (("a", 1), ("b", 2), ("c", 5432)), False),
        ("postgresql://u@/d?host=a,b:6543", (("a", 5432), ("b", 6543)), False),
        ("postgresql://u@localhost,db.example.com/d", (("localhost", 5432), ("db.example.com", 5432)), False),
        ("postgresql://u@192.168.0.7/d", (("192.168.0.7", 5432),), False),
        ("postgresql://u@localhost.example.com/d", (("localhost.example.com", 5432),), False),
    ],
)
def test_hosts_are_read_in_every_form(url: str, hosts: tuple[tuple[str, int], ...], *, local: bool) -> None:
    target = parse_database_url(url)

    arguments = target.connect_arguments()
    assert (target.hosts, target.is_local) == (hosts, local)
    assert (arguments["host"], arguments["port"]) == ([host for host, _ in hosts], [port for _, port in hosts])
    assert (arguments["ssl"] is False) == local, "what leaves this machine is encrypted unless the URL says otherwise"


@pytest.mark.parametrize(
    ("written", "password"),
    [
        ("p%40ss%2Fw%3Fo%23r%25d", "p@ss/w?o#r%d"),
        ("a:b", "a:b"),
        ("a+b", "a+b"),
        ("%C3%A4", "\N{LATIN SMALL LETTER A WITH DIAERESIS}"),
        ("", None),
    ],
)
def test_escapes_are_read_in_names_and_passwords(written: str, password: str | None) -> None:
    target = parse_database_url(f"postgresql://u%40x:{written}@localhost/my%20todo")

    assert (target.user, target.password, target.database) == ("u@x", password, "my todo")


def test_parameters_do_what_they_say(tmp_path: Path) -> None:
    plain = parse_database_url("postgresql://u@db.example.com/d?sslmode=disable&application_name=batch")
    system = parse_database_url("postgresql://u@db.example.com/d?sslmode=verify-full&sslrootcert=system")
    primary = parse_database_url("postgresql://u@a,b/d?target_session_attrs=read-write&sslmode=disable")

    assert plain.connect_arguments()["ssl"] is False
    assert plain.connect_arguments()["server_settings"]["application_name"] == "batch"
    assert system.connect_arguments()["ssl"].check_hostname
    assert primary.connect_arguments()["target_session_attrs"] == "read-write"
    with pytest.raises(InvalidDatabaseUrl, match="sslrootcert has to be system or a file that exists"):
        parse_database_url(f"postgresql://u@db.example.com/d?sslrootcert={tmp_path}/missing.pem")


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("", "it has to begin with postgresql://"),
        ("qzvx", "it has to begin with postgresql://"),
        ("postgresql+asyncpg://u:qzvx@h/d", "it has to begin with postgresql://"),
        ("http://u:qzvx@h/d", "it has to begin with postgresql://"),
        ("postgresql://u:qzvx@[::1/d", "it is not a URL"),
        ("postgresql://u:qzvx@h\N{FULLWIDTH QUESTION MARK}/d", "it is not a URL"),
        ("postgresql://h/d", "it does not name a user"),
        ("postgresql://:qzvx@h/d", "it does not name a user"),
        ("postgresql://u:qzvx@h", "it does not name a database"),
        ("postgresql://u:qzvx@h/", "it does not name a database"),
        ("postgresql://u:qzvx@/d", "it has to name its host once"),
        ("postgresql://u:qzvx@h/d?host=/run", "it has to name its host once"),
        *(
            (f"postgresql://u:qzvx@{address}/d", "one of its hosts is not host, host:port or [IPv6]:port")
            for address in ("h:", "h:0", "h:65536", "h:-1", "h:5x", "h:" + "9" * 5_000, ":5432", "::1", "a,,b", "a:1:2")
        ),
        *(
            (f"postgresql://u:{password}@h/d", UNESCAPED)
            for password in ("qz/vx-qzvx", "qz?vx=qzvx", "qz#qzvx", "/qzvx", "?qzvx", "#qzvx")
        ),
        ("postgresql://u:qzvx@h/d?sslmode=prefer", "sslmode has to be one of disable, require, verify-ca, verify-full"),
        ("postgresql://u:qzvx@h/d?sslmode=", "sslmode has to be one of disable, require, verify-ca, verify-full"),
        ("postgresql://u:qzvx@h/d?channel_binding=1", "channel_binding has to be one of disable, prefer, require"),
        ("postgresql://u:qzvx@h/d?pgbouncer=yes", "pgbouncer has to be one of true, false"),
        (
            "postgresql://u:qzvx@h/d?target_session_attrs=master",
            "target_session_attrs has to be one of any, primary, standby, read-write, read-only, prefer-standby",
        ),
        (
            "postgresql://u:qzvx@h/d?pool_size=5",
            f"the parameter 'pool_size' is not known; allowed are {ALLOWED}",
        ),
        (
            "postgresql://u:qzvx@h/d?sslmode=require&sslmode=disable",
            f"a parameter is given twice; allowed are {ALLOWED}",
        ),
    ],
    ids=lambda text: text[:60],
)
def test_a_wrong_url_is_told_without_its_password(url: str, sentence: str) -> None:
    with pytest.raises(InvalidDatabaseUrl) as refusal:
        parse_database_url(url)

    assert str(refusal.value) == sentence


def test_a_target_does_not_show_its_password() -> None:
    assert "qzvx" not in repr(parse_database_url("postgresql://u:qzvx@localhost/d"))
