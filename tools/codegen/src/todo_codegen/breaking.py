"""The breaking gate: what would break a client of an earlier document needs a new major version."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from todo_api.embedded.node import NodeProject
from todo_codegen.linting import QUIET
from todo_codegen.places import NODE, ROOT

_MAY_GROW = ("enum-values-added", "#/components/schemas/Problem/properties/code/enum")
"""Problems get new codes as the API gets new features; a client treats one that it does not know by its status."""


def breaking_changes(earlier: bytes, later: bytes) -> list[str]:
    """What breaks clients of the earlier document, each with its place in the documents.

    Raises:
        NodeUnavailable: there is no Node to compare them with.
    """
    project = NodeProject(ROOT / NODE)
    project.install()
    with TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("earlier.json", "later.json")]
        for file, document in zip(files, (earlier, later), strict=True):
            file.write_bytes(document)
        report = project.run(
            "redocly", "diff", *map(str, files), "--config", "redocly.yaml", "--format", "json", "--fail-on", "none",
            env=QUIET,
        )  # fmt: skip  # one option after the other
    return [
        f"{pointer}: {verdict['message']}"
        for change in json.loads(report)["changes"]
        for verdict in change["verdicts"]
        for pointer in [(change.get("base") or change["revision"])["pointer"]]
        if verdict["impact"] == "major" and (verdict["ruleId"], pointer) != _MAY_GROW
    ]


def version(document: bytes) -> str:
    found: str = json.loads(document)["info"]["version"]
    return found


def allows_breaking(earlier: bytes, later: bytes) -> bool:
    """Whether the major version was raised from one document to the next (Semantic Versioning 2.0.0)."""
    return _major(later) > _major(earlier)


def _major(document: bytes) -> int:
    return int(version(document).partition(".")[0])
