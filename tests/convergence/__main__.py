"""The trial at any length: `python -m convergence --minutes 10 --seed 7`."""

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from consumer import installed
from convergence.trial import Trial, running_database

_SHOWN = 20


def main(
    minutes: Annotated[float, typer.Option(min=0.1, max=600, help="How long things go wrong.")] = 1,
    seed: Annotated[int, typer.Option(help="Of all that is random; the same seed brings the same operations.")] = 1,
) -> None:
    """Let four devices write while the servers fail, and see whether all agree in the end."""
    with tempfile.TemporaryDirectory(prefix="todo-") as folder:
        raise typer.Exit(asyncio.run(_held(Path(folder), minutes, seed)))


async def _held(folder: Path, minutes: float, seed: int) -> int:
    """How many differences there are, up to the highest exit status."""
    consumer = await asyncio.to_thread(installed, folder / "consumer")
    async with running_database() as (server, database):
        findings, table = await Trial(server, database, consumer, folder, seed, minutes * 60, typer.echo).hold()
    typer.echo(table)
    for kind, text in findings.differences[:_SHOWN]:
        typer.echo(f"{kind}: {text}")
    return min(len(findings.differences), 100)


if __name__ == "__main__":
    typer.run(main)
