"""The Node apps beside this code, where it is run from a checkout."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import typer

from todo_api.embedded.node import NodeProject

_ROOT = Path(__file__).parents[5]
_AUTH = _ROOT / "apps" / "auth"
_WEB = _ROOT / "apps" / "web"
_CONTRACT = _ROOT / "packages" / "todo_contract"
_MADE = {"dist", "node_modules"}
_BUILD_SECONDS = 300


def installed_auth() -> NodeProject | None:
    """Better Auth's server, ready to be started; None where there is none, as beside an installed wheel.

    Raises:
        NodeUnavailable: there is no Node, or no registry to have its packages from.
    """
    if not (_AUTH / "package.json").is_file():
        return None
    auth = NodeProject(_AUTH)
    auth.install()
    return auth


def built_web() -> Path | None:
    """The folder with the web app's files, built anew if a source has changed; None where there is no web app.

    Raises:
        NodeUnavailable: there is no Node, or no registry to have its packages from.
        CommandFailed: it does not build.
    """
    if not (_WEB / "package.json").is_file():
        return None
    web, contract = NodeProject(_WEB), NodeProject(_CONTRACT)
    built = _WEB / "dist"
    with contract.alone(), web.alone():
        wanted = _digest(_CONTRACT, _WEB)
        contract.install()
        web.install()
        stamp = _WEB / "node_modules" / ".built"
        if not (built / "index.html").is_file() or not stamp.is_file() or stamp.read_text() != wanted:
            typer.echo("Building the web app.", err=True)
            contract.run("npm", "run", "build", timeout=_BUILD_SECONDS)
            web.run("npm", "run", "build", timeout=_BUILD_SECONDS)
            stamp.write_text(wanted)
    return built


def _digest(*folders: Path) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(_sources(folder)):
            digest.update(f"{path.relative_to(_ROOT)}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _sources(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name not in _MADE:
            yield from _sources(path) if path.is_dir() else [path]
