"""`codegen`: write what is generated, or tell whether the contract is as it has to be."""

from typing import Annotated

import typer

from todo_api.embedded.node import CommandFailed, NodeUnavailable
from todo_codegen import generated
from todo_codegen.breaking import allows_breaking, breaking_changes, version
from todo_codegen.document import export
from todo_codegen.linting import complaints
from todo_codegen.places import DOCUMENT, RELEASED, SOURCES
from todo_codegen.refusal import Refusal
from todo_codegen.revision import at_revision, uncommitted

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode="markdown")


@app.command(epilog="Exit status: 0 all is well, 1 something is not as it has to be, 2 it could not be found out.")
def codegen(
    revision: Annotated[
        str | None, typer.Argument(help="With --breaking: a commit, branch or tag to compare with.", metavar="[REV]")
    ] = None,
    *,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail if a file is not as generated.")] = False,
    lint: Annotated[bool, typer.Option("--lint", help="Fail if a linter finds fault with the document.")] = False,
    breaking: Annotated[
        bool,
        typer.Option(
            "--breaking",
            help="Fail if the API breaks clients of the last release (or of REV) within its major version.",
        ),
    ] = False,
    release: Annotated[
        bool, typer.Option("--release", help="Keep the committed document as the one that clients now rely on.")
    ] = False,
) -> None:
    """Write the contract: the API's OpenAPI document, the TypeScript types and the Python models made from it."""
    if sum([check, lint, breaking, release]) > 1:
        raise Refusal("--check, --lint, --breaking and --release exclude each other.")
    if revision is not None and not breaking:
        raise Refusal(f"{revision}: a revision goes with --breaking, as in `uv run codegen --breaking {revision}`.")
    if check:
        _check()
    elif lint:
        _lint()
    elif breaking:
        _breaking(revision)
    elif release:
        _release()
    else:
        _write()


def main() -> None:
    """Do what the command line says; ends in SystemExit."""
    try:
        app()
    except (Refusal, CommandFailed, NodeUnavailable) as reason:
        typer.echo(str(reason), err=True)
        raise SystemExit(2) from None


def _write() -> None:
    contents = generated.generate()
    stale = generated.stale(contents)
    for path in stale:
        generated.write(path, contents[path])
        typer.echo(f"Wrote {path}")
    if not stale:
        typer.echo("Everything is as generated.")


def _check() -> None:
    stale = generated.stale(generated.generate())
    if stale:
        _fail(f"Not as generated: {', '.join(stale)}. Run `uv run codegen` and commit what it writes.")
    typer.echo("Everything is as generated.")


def _lint() -> None:
    found = complaints(export())
    if found:
        _fail("\n".join(["The document is not as the linters want it:", *found]))
    typer.echo("The linters find no fault with the document.")


def _breaking(revision: str | None) -> None:
    if revision is not None:
        earlier, name = at_revision(revision, DOCUMENT), f"the revision {revision}"
    else:
        earlier, name = _released(), "the last release"
    document = export()
    changes = breaking_changes(earlier, document)
    if changes and not allows_breaking(earlier, document):
        _fail(
            "\n".join(
                [
                    f"Clients of {name} ({version(earlier)}) would break:",
                    *changes,
                    "Take it back, or raise the major version in apps/api/pyproject.toml and run `uv run codegen`.",
                ]
            )
        )
    typer.echo(
        f"Version {version(document)} breaks clients of {name} ({version(earlier)}) in {len(changes)} places, as a new "
        "major version may."
        if changes
        else f"Nothing breaks clients of {name} ({version(earlier)})."
    )


def _released() -> bytes:
    released = generated.committed(RELEASED)
    if released is None:
        raise Refusal(f"Nothing has been released yet: there is no {RELEASED}. Run `uv run codegen --release`.")
    return released


def _release() -> None:
    document, released = export(), generated.committed(RELEASED)
    if released == document:
        typer.echo(f"Version {version(document)} is the one that is released.")
        return
    changed = uncommitted(*SOURCES)
    if changed:
        others = f" and {len(changed) - 1} other files" if len(changed) > 1 else ""
        raise Refusal(f"What is released has to be committed first: {changed[0]}{others}.")
    if released is not None:
        if version(released) == version(document):
            raise Refusal(
                f"Version {version(document)} was released with another document. "
                "Raise the version in apps/api/pyproject.toml and run `uv run codegen`."
            )
        _breaking(None)
    _check()
    generated.write(RELEASED, document)
    typer.echo(f"Released version {version(document)}: commit {RELEASED}.")


def _fail(sentence: str) -> None:
    typer.echo(sentence, err=True)
    raise typer.Exit(1)
