"""Better Auth's server beside `todo up`."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from todo_api.cli.data_folder import kept_secret
from todo_api.cli.published import published
from todo_api.cli.refusal import Refused
from todo_api.cli.serving import HOST
from todo_api.embedded.node import CommandFailed, NodeProject, node_wheel

_SAYS = "Better Auth answers on "
_STOP_SECONDS = 15.0


def _environment(folder: Path, database_url: str, origin: str) -> dict[str, str]:
    """What its settings are read from. Browsers call this machine by two names."""
    port = origin.rpartition(":")[2]
    trusted = [f"http://localhost:{port}", *filter(None, [os.environ.get("BETTER_AUTH_TRUSTED_ORIGINS")])]
    return {
        "AUTH_AUDIENCE": origin,
        "AUTH_HOST": HOST,
        "AUTH_ISSUER": origin,
        "AUTH_PORT": "0",
        "AUTH_SMTP_URL": os.environ.get("AUTH_SMTP_URL", "log:"),
        "BETTER_AUTH_SECRET": kept_secret(folder, "auth-secret"),
        "BETTER_AUTH_TRUSTED_ORIGINS": ",".join(trusted),
        "DATABASE_URL": database_url,
        "FORWARDED_ALLOW_IPS": HOST,
        "TODO_API_URL": origin,
    }


@contextmanager
def sign_in(auth: NodeProject, folder: Path, database_url: str, origin: str) -> Iterator[str]:
    """The URL of a server that signs people in to what is served at this origin, for as long as this lasts.

    It ends with this process, even if that one is killed.

    Raises:
        Refused: it does not start.
    """
    environment = _environment(folder, database_url, origin)
    try:
        auth.run("node", "src/migrate.ts", env=environment)
    except CommandFailed as error:
        raise _did_not_start(error.output) from error
    server = subprocess.Popen(  # noqa: S603  our own program, without a shell
        [node_wheel() / "bin" / "node", "src/serve.ts", "--until-stdin-ends"],
        cwd=auth.folder,
        env=os.environ | environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # the terminal's Ctrl-C is not for it: it stops after those who use it
    )
    try:
        said = server.stdout.readline() if server.stdout else ""
        if not said.startswith(_SAYS):
            raise _did_not_start("its reason is above")
        with published(folder, origin, "sign-in"):
            yield said.removeprefix(_SAYS).strip()
    finally:
        _stop(server)


def token_settings(environment: Mapping[str, str], auth_url: str, origin: str) -> dict[str, str]:
    """The environment with Better Auth's tokens instead of the development secret's."""
    keys = {"AUTH_JWKS_URL": f"{auth_url}/api/auth/jwks", "AUTH_ISSUER": origin, "AUTH_AUDIENCE": origin}
    return {name: value for name, value in environment.items() if name != "TODO_DEVELOPMENT_SECRET"} | keys


def _did_not_start(reason: str) -> Refused:
    return Refused(f"Better Auth did not start: {reason}. With --no-web, the API starts without it.")


def _stop(server: subprocess.Popen[str]) -> None:
    for pipe in (server.stdin, server.stdout):
        if pipe is not None:
            pipe.close()
    try:
        server.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
