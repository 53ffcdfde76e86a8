"""`--help` leaves nothing out."""

import inspect

import pytest

from cli.commands import typed
from todo_api.cli.commands import app
from todo_api.cli.variables import MEANINGS
from todo_api.settings import Settings

COMMANDS = {str(command.name): command for command in app.registered_commands}


def test_every_setting_is_explained() -> None:
    assert sorted(MEANINGS) == sorted(str(field.alias) for field in Settings.model_fields.values())


def test_it_lists_the_commands_and_the_variables(capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("--help") == 0

    text = capsys.readouterr().out
    assert sorted(COMMANDS) == ["demo", "import", "migrate", "token", "up"]
    assert [name for name in [*COMMANDS, *MEANINGS] if name not in text] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_lists_its_options_the_variables_and_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(name, "--help") == 0

    text = capsys.readouterr().out
    parameters = inspect.signature(COMMANDS[name].callback or typed).parameters
    options = ["FILE" if each == "file" else f"--{each.replace('_', '-')}" for each in parameters]
    assert [each for each in [*options, *MEANINGS, "Examples:", f"todo {name} "] if each not in text] == []
