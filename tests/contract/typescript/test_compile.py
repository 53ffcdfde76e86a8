"""What a frontend writes compiles, and what it must not write does not, for both compilers in use."""

import re

import pytest

from todo_api.embedded.node import CommandFailed, NodeProject

COMPILERS = {"5.9.3": "typescript", "7.0.2": "typescript-7"}
_EXPECTED = re.compile(r"^ *// @ts-expect-error (TS\d+) .+$")
_DIAGNOSTIC = re.compile(r"^usage/(\w+)\.ts\((\d+),\d+\): error (TS\d+): .+$", re.MULTILINE)


@pytest.fixture(params=COMPILERS)
def version(request: pytest.FixtureRequest) -> str:
    version: str = request.param
    return version


def compile_with(version: str, consumer: NodeProject, *options: str) -> str:
    """What the compiler says."""
    return consumer.run("node", f"node_modules/{COMPILERS[version]}/bin/tsc", "--pretty", "false", *options).decode()


def test_the_compiler_is_the_one_that_is_meant(version: str, consumer: NodeProject) -> None:
    assert compile_with(version, consumer, "--version") == f"Version {version}\n"


@pytest.mark.parametrize("project", ["tsconfig.json", "tsconfig.browser.json"])
def test_a_consumer_compiles(version: str, project: str, consumer: NodeProject) -> None:
    assert not compile_with(version, consumer, "--project", project)


def test_what_must_not_compile_does_not_for_its_own_reason(version: str, consumer: NodeProject) -> None:
    lines = (consumer.folder / "usage" / "refused.ts").read_text().splitlines()
    expected = {number + 2: match[1] for number, line in enumerate(lines) if (match := _EXPECTED.match(line))}
    bare = consumer.folder / "usage" / f"bare_{version.replace('.', '_')}.ts"
    bare.write_text("\n".join(line.replace("@ts-expect-error", "refused:") for line in lines))

    try:
        with pytest.raises(CommandFailed) as refusal:
            compile_with(version, consumer, "--project", "tsconfig.browser.json")
    finally:
        bare.unlink()

    found = {int(line): code for file, line, code in _DIAGNOSTIC.findall(refusal.value.output) if file == bare.stem}
    assert found == expected
    assert len(found) == len(_DIAGNOSTIC.findall(refusal.value.output)), "nothing else is wrong"
