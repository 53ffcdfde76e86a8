"""The commands and what `--help` says of them."""

import typer

from todo_api.cli.demo import demo
from todo_api.cli.importing import import_file
from todo_api.cli.migrate import migrate
from todo_api.cli.refusal import Refused
from todo_api.cli.tokens import token
from todo_api.cli.up import up
from todo_api.cli.variables import VARIABLES, epilog
from todo_api.embedded import EmbeddedMissing, EmbeddedUnavailable
from todo_api.settings import InvalidSettings

app = typer.Typer(
    name="todo",
    help="A todo API for many users, on PostgreSQL: run it, get tokens for it, move into it.",
    epilog=VARIABLES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
app.command("up", epilog=epilog("todo up", "todo up --port 9000 --data ./garden", "todo up --reload"))(up)
app.command("demo", epilog=epilog("todo demo", "todo demo --email robin@todo.example", "todo demo --user ada"))(demo)
app.command("token", epilog=epilog("todo token --user ada", "TOKEN=$(todo token --user ada --lifetime 15m)"))(token)
app.command("migrate", epilog=epilog("todo migrate", "DATABASE_URL=postgresql://ada@db.example/todo todo migrate"))(
    migrate
)
app.command("import", epilog=epilog("todo import Garden.csv --user me", "todo import export.jsonl --user ada"))(
    import_file
)


def run() -> None:
    """Do what the command line says; ends in SystemExit."""
    try:
        app()
    except (InvalidSettings, EmbeddedMissing) as error:
        _leave(error, status=2)
    except (Refused, EmbeddedUnavailable) as error:
        _leave(error, status=1)


def _leave(error: Exception, status: int) -> None:
    typer.echo(str(error), err=True)
    raise SystemExit(status) from error
