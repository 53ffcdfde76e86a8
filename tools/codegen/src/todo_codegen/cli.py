"""`codegen`: write what is generated, or tell whether it is what is committed."""

from pathlib import Path
from typing import Annotated

import typer

from todo_codegen.document import export

ROOT = Path(__file__).parents[4]
DOCUMENT = ROOT / "packages" / "todo_contract" / "openapi.json"


def codegen(
    *,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail if a file is not as generated.")] = False,
) -> None:
    """Write the OpenAPI document of the API to packages/todo_contract/openapi.json."""
    generated = {DOCUMENT: export()}
    stale = [path for path, content in generated.items() if not path.exists() or path.read_bytes() != content]
    if check and stale:
        names = ", ".join(str(path.relative_to(ROOT)) for path in stale)
        typer.echo(f"Not as generated: {names}. Run `uv run codegen` and commit what it writes.", err=True)
        raise typer.Exit(1)
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(generated[path])
        typer.echo(f"Wrote {path.relative_to(ROOT)}")
    if not stale:
        typer.echo("Everything is as generated.")


def main() -> None:
    typer.run(codegen)
