"""Settings that are wrong: a sentence for each, exit status 2, nothing served."""

import json
import re

import pytest

from auth_server.process import AUTH, SECRET, program, settings
from cluster import Cluster
from todo_api.database_url import InvalidDatabaseUrl, parse_database_url

URL = "postgresql://me@db.example/todo"


@pytest.mark.parametrize("name", ["serve", "migrate"])
def test_what_is_missing_is_said_at_once(name: str) -> None:
    done = program(name)

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "AUTH_ISSUER has to be set",
        "DATABASE_URL has to be set",
        "BETTER_AUTH_SECRET has to be set",
        "AUTH_AUDIENCE has to be set",
    ]


SMTP = {"AUTH_SMTP_URL": "smtp://me:secret@mail.example"}
MAIL = {"AUTH_MAIL_FROM": "Todo <todo@todo.example>"}
WRONG = [
    ({"BETTER_AUTH_SECRET": "short"}, "BETTER_AUTH_SECRET is too short; it takes at least 32 bytes"),
    ({"BETTER_AUTH_SECRET": f"-----BEGIN PRIVATE KEY-----{SECRET}"}, "BETTER_AUTH_SECRET is a key in PEM"),
    ({"BETTER_AUTH_SECRETS": "1:x"}, "BETTER_AUTH_SECRETS is not a setting; there are AUTH_AUDIENCE, "),
    ({"AUTH_ISSUER": "http://todo.example"}, "AUTH_ISSUER has to be an origin such as https://todo.example"),
    ({"AUTH_ISSUER": "https://todo.example/"}, "AUTH_ISSUER has to be an origin"),
    ({"AUTH_ISSUER": "https://Todo.example"}, "AUTH_ISSUER has to be an origin"),
    ({"AUTH_AUDIENCE": ""}, "AUTH_AUDIENCE must not be empty"),
    ({"TODO_API_URL": "http://api:8000"}, "TODO_API_URL has to be an origin"),
    ({"BETTER_AUTH_TRUSTED_ORIGINS": "*"}, "BETTER_AUTH_TRUSTED_ORIGINS has to be an origin"),
    ({"BETTER_AUTH_TRUSTED_ORIGINS": "https://*.example"}, "BETTER_AUTH_TRUSTED_ORIGINS has to be an origin"),
    ({"FORWARDED_ALLOW_IPS": "*"}, "FORWARDED_ALLOW_IPS has to name each proxy"),
    ({"FORWARDED_ALLOW_IPS": "10.0.0.0/33"}, "FORWARDED_ALLOW_IPS has to name each proxy"),
    ({"AUTH_RATE_LIMIT": "0"}, "AUTH_RATE_LIMIT has to be a whole number from 1 to 1000000000 or off"),
    (SMTP, "AUTH_MAIL_FROM has to be set"),
    ({"AUTH_SMTP_URL": "log:", "AUTH_ISSUER": "https://todo.example"}, "AUTH_SMTP_URL may be log: only on this"),
    ({"AUTH_SMTP_URL": "mail.example:25"} | MAIL, "AUTH_SMTP_URL cannot be used: it has to begin with smtp:// or"),
    ({"AUTH_SMTP_URL": "smtp://me:pa@ss@mail.example?x=1"} | MAIL, "AUTH_SMTP_URL cannot be used: it has something"),
    ({"AUTH_SMTP_URL": "smtp://me:pa/ss@mail.example"} | MAIL, "AUTH_SMTP_URL cannot be used: it is not a URL"),
    ({"AUTH_SMTP_URL": "smtp://mail.example/pa@ss"} | MAIL, "AUTH_SMTP_URL cannot be used: it has something"),
    ({"AUTH_SMTP_URL": "smtps://me@mail.example"} | MAIL, "AUTH_SMTP_URL cannot be used: it has a user without"),
    ({"AUTH_SMTP_URL": "smtps://%ff:pa%ss@mail.example"} | MAIL, "AUTH_SMTP_URL cannot be used: it has a %"),
    ({"AUTH_SMTP_URL": "smtps://"} | MAIL, "AUTH_SMTP_URL cannot be used: it does not name a host"),
    (SMTP | {"AUTH_MAIL_FROM": ""}, "AUTH_MAIL_FROM has to be an address"),
    (SMTP | {"AUTH_MAIL_FROM": "Todo"}, "AUTH_MAIL_FROM has to be an address such as Todo <todo@todo.example>"),
    (SMTP | {"AUTH_MAIL_FROM": "a@b.example, c@d.example"}, "AUTH_MAIL_FROM has to be an address"),
    (SMTP | {"AUTH_MAIL_FROM": "a@b.example\r\nBcc: c@d.example"}, "AUTH_MAIL_FROM has to be an address"),
    ({"AUTH_PORT": "65536"}, "AUTH_PORT has to be a whole number from 0 to 65535"),
    ({"DATABASE_URL": "postgresql://me:pa@ss@db/todo?x=1"}, "DATABASE_URL cannot be used: the parameter"),
]


@pytest.fixture(scope="module")
def said() -> list[list[str]]:
    """What is said against each of these."""
    program = """
        import { settingsOf, InvalidSettings } from "./src/settings.ts";
        const said = JSON.parse(process.env.ENVIRONMENTS).map((environment) => {
          try {
            settingsOf(environment);
            return [];
          } catch (error) {
            if (!(error instanceof InvalidSettings)) throw error;
            return error.message.split("\\n");
          }
        });
        process.stdout.write(JSON.stringify(said));
    """
    environments = json.dumps([settings(URL), *(settings(URL) | variables for variables, _ in WRONG)])
    output = AUTH.run("node", "--input-type=module", "-e", program, env={"ENVIRONMENTS": environments})
    sentences: list[list[str]] = json.loads(output)
    return sentences


@pytest.mark.parametrize("number", range(len(WRONG)), ids=[sentence for _, sentence in WRONG])
def test_a_wrong_setting_is_a_sentence(said: list[list[str]], number: int) -> None:
    (sentence,) = said[1 + number]

    assert sentence.startswith(WRONG[number][1])
    assert not re.search("pa[@/%]ss", sentence)
    assert SECRET not in sentence


def test_sound_settings_are_taken(said: list[list[str]]) -> None:
    assert said[0] == []


async def test_a_database_without_its_tables_is_refused(cluster: Cluster) -> None:
    target = await cluster.create_database()

    done = program("serve", **settings(cluster.direct_url(target.database)))

    await cluster.drop_database(target)
    assert done.returncode == 1
    assert done.stderr == "The database lacks tables of Better Auth's, or columns: run `npm run migrate` first.\n"


def test_a_database_that_is_not_there_is_a_sentence() -> None:
    done = program("migrate", **settings("postgresql://me@127.0.0.1:9/todo"))

    assert done.returncode == 1
    assert done.stderr == "The database cannot be used (ECONNREFUSED): is DATABASE_URL right?\n"


def test_a_migration_is_not_done_through_a_pooler() -> None:
    done = program("migrate", **settings("postgresql://me@127.0.0.1:9/todo?pgbouncer=true"))

    assert done.returncode == 1
    assert done.stderr == "DATABASE_URL leads to a pooler (pgbouncer=true): migrate over the direct host.\n"


URLS = {
    "postgresql://me:secret@ep-cool-1.eu-central-1.aws.neon.tech/neondb?sslmode=require&channel_binding=require",
    "postgresql://me:secret@ep-cool-1-pooler.eu-central-1.aws.neon.tech/neondb?sslmode=require",
    "postgres://me@localhost/todo",
    "postgresql://todo@/todo?host=/tmp/a%20folder",
    "postgresql://todo@/todo?host=/tmp/folder&application_name=x",
    "postgresql://me@[::1]:5433/todo",
    "postgresql://me%40home:p%40ss%2F@db.example:6543/to%20do?sslmode=verify-full",
    "postgresql://me@db.example/todo?sslmode=disable",
    "postgresql://me@db.example/todo?sslmode=prefer",
    "postgresql://me@db.example/todo?sslrootcert=/nowhere",
    "postgresql://me@db.example/todo?options=-csearch_path%3Dx",
    "postgresql://me@db.example/todo?sslmode=require&sslmode=disable",
    "postgresql://me@db.example/todo?host=other.example",
    "postgresql://me@db.example/",
    "postgresql://db.example/todo",
    "postgresql://me@/todo",
    "postgresql://me@db.example/todo?pgbouncer=true",
    "postgresql://me@db.example/todo?pgbouncer=yes",
    "postgresql://me@db.example:0x/todo",
    "postgresql://me@db.example/todo#x",
    "postgresql://me@db.example/todo?application_name=a@b",
    "mysql://me@db.example/todo",
    "",
}


def as_the_api_reads_it(url: str) -> list[object] | None:
    try:
        target = parse_database_url(url)
    except InvalidDatabaseUrl:
        return None
    ((host, port),) = target.hosts
    return [host, port, target.user, target.password, target.database, target.sslmode != "disable", target.pooled]


def test_database_urls_are_read_as_the_api_reads_them() -> None:
    program = """
        import { parseDatabaseUrl, InvalidDatabaseUrl } from "./src/database-url.ts";
        const read = JSON.parse(process.env.URLS).map((url) => {
          try {
            const { host, port, user, password, database, tls, pooled } = parseDatabaseUrl(url);
            return [url, [host, port, user, password ?? null, database, tls, pooled]];
          } catch (error) {
            if (!(error instanceof InvalidDatabaseUrl) || error.message.includes("secret")) throw error;
            return [url, null];
          }
        });
        process.stdout.write(JSON.stringify(read));
    """
    output = AUTH.run("node", "--input-type=module", "-e", program, env={"URLS": json.dumps(sorted(URLS))})

    assert dict(json.loads(output)) == {url: as_the_api_reads_it(url) for url in URLS}
