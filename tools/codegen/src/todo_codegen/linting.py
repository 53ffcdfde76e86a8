"""The linters: Redocly's recommended rules and OWASP's; what is not followed of them is argued in their rule files."""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from todo_api.embedded.node import CommandFailed, NodeProject
from todo_codegen.places import NODE, ROOT

QUIET = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
"""Redocly's tools report to their maker and look for their own updates unless they are told not to."""
_FOUND_SOMETHING = 1


def complaints(document: bytes) -> list[str]:
    """What the linters find, warnings included, each with the rule and the place.

    Raises:
        NodeUnavailable: there is no Node to run them with.
    """
    project = NodeProject(ROOT / NODE)
    project.install()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "openapi.json"
        file.write_bytes(document)
        return [*_redocly(project, file), *_spectral(project, file)]


def _redocly(project: NodeProject, file: Path) -> Iterator[str]:
    for problem in _report(project, "redocly", "lint", str(file), "--format", "json")["problems"]:
        yield f"{problem['location'][0]['pointer']}: {problem['message']} ({problem['ruleId']})"


def _spectral(project: NodeProject, file: Path) -> Iterator[str]:
    for problem in _report(project, "spectral", "lint", str(file), "--quiet", "--format", "json"):
        yield f"#/{'/'.join(map(str, problem['path']))}: {problem['message']} ({problem['code']})"


def _report(project: NodeProject, *command: str) -> Any:
    try:
        printed = project.run(*command, env=QUIET)
    except CommandFailed as error:
        if error.status != _FOUND_SOMETHING or not error.stdout:
            raise
        printed = error.stdout
    return json.loads(printed)
