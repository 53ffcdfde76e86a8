"""The baselines on Node: what they need, and how they are started."""

import fcntl
import hashlib
from pathlib import Path

from todo_api.embedded.node import NodeProject, NodeUnavailable, node_wheel

FOLDER = Path(__file__).parents[3] / "node"


class Skipped(Exception):
    """A sentence that says why these baselines cannot be measured here."""


def prepare() -> None:
    """Install their packages and generate Prisma's client, unless it is done already.

    Raises:
        Skipped: there is no Node, or no registry to have the packages from.
    """
    project = NodeProject(FOLDER)
    try:
        project.install()
        _generate(project)
    except NodeUnavailable as reason:
        raise Skipped(str(reason)) from reason


def command(name: str) -> list[str]:
    """How `prisma` or `postgres` is started once it is prepared."""
    return [str(_node()), str(FOLDER / f"{name}.ts")]


def _node() -> Path:
    return node_wheel() / "bin" / "node"


def _generate(project: NodeProject) -> None:
    with (project.folder / "schema.prisma").open("rb") as schema:
        fcntl.flock(schema, fcntl.LOCK_EX)
        lock_file = (project.folder / "package-lock.json").read_bytes()
        wanted = hashlib.sha256(schema.read() + lock_file).hexdigest()
        stamp = project.folder / "generated" / ".generated"
        if stamp.is_file() and stamp.read_text() == wanted:
            return
        # Prisma begins by downloading its engine for migrations unless it is told of one. What generates never starts
        # it: any program will do.
        engine = {"PRISMA_SCHEMA_ENGINE_BINARY": str(_node()), "CHECKPOINT_DISABLE": "1"}
        project.run("prisma", "generate", "--no-hints", env=engine)
        stamp.write_text(wanted)
