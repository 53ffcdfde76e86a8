"""What the compiler, the linter and the app's own tests say."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from todo_api.embedded.node import CommandFailed
from web.conftest import ROOT, Web

SOURCES = sorted(path for path in (ROOT / "src").rglob("*.ts*") if ".test." not in path.name)
SCHEMAS = json.loads((ROOT.parents[1] / "packages/todo_contract/openapi.json").read_text())["components"]["schemas"]


@pytest.mark.parametrize("project", ["tsconfig.json", "tsconfig.node.json"])
def test_it_compiles_in_the_strictest_settings(project: str, web: Web) -> None:
    assert web.run("tsc", "--pretty", "false", "--project", project) == ""


def test_the_linter_finds_nothing(web: Web) -> None:
    assert "Found 0 warnings and 0 errors." in web.run("oxlint", "--deny-warnings")


def test_the_units_do_what_they_promise(web: Web) -> None:
    report = web.run("node", "--test", "--test-reporter=tap", "--test-timeout=20000", "src/**/*.test.ts")

    assert "\n# fail 0\n" in report
    assert int(re.findall(r"^# pass (\d+)$", report, re.MULTILINE)[-1]) > 60


def test_no_type_of_the_api_is_written_by_hand() -> None:
    """Whatever the contract names comes from there, and its fields are spelled out nowhere else."""
    declared = re.compile(r"^(?:export )?(?:interface|type|class) (\w+)", re.MULTILINE)
    names = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in SOURCES
        for name in declared.findall(path.read_text())
        if name in SCHEMAS
    }

    assert not names
    assert not list(_look_alikes())


def _look_alikes() -> Iterator[str]:
    """Declared types that have most of the fields of a document of the API."""
    documents = {name: set(schema["properties"]) for name, schema in SCHEMAS.items() if name.endswith("Read")}
    body = re.compile(r"^(?:export )?(?:interface (\w+)[^{]*|type (\w+) = )\{(.*?)^\}", re.MULTILINE | re.DOTALL)
    for path in SOURCES:
        for interface, alias, fields in body.findall(path.read_text()):
            found = set(re.findall(r"^\s+(?:readonly )?(\w+)\??:", fields, re.MULTILINE))
            for name, properties in documents.items():
                if len(found & properties) > len(properties) / 2:
                    yield f"{path.relative_to(ROOT)}: {interface or alias} looks like {name}"


def test_calls_go_through_the_contract_alone() -> None:
    """Only sign-in speaks HTTP by itself, and it is not the API that it speaks to."""
    calling = {
        path.relative_to(ROOT / "src")
        for path in SOURCES
        if re.search(r"(?<![.\w])fetch\(|XMLHttpRequest", path.read_text())
    }

    assert calling == {Path("session") / f"{name}.ts" for name in ("farewell", "person", "session", "token")}
    assert not [path for path in SOURCES if '"/v1' in path.read_text() or "`/v1" in path.read_text()]


def test_the_compiler_does_refuse(web: Web) -> None:
    """An operation of the API that nobody foretells stops the build."""
    projection = ROOT / "src/store/projection.ts"
    text = projection.read_text()
    case = '    case "purge_task":\n      return purgeTask(draft, id);\n'
    assert case in text
    mutant = projection.with_name("projection.mutant.ts")
    mutant.write_text(text.replace(case, ""))
    try:
        with pytest.raises(CommandFailed, match=r"projection\.mutant\.ts.*not assignable to parameter of type 'never'"):
            web.run("tsc", "--pretty", "false", "--project", "tsconfig.json")
    finally:
        mutant.unlink()
