"""Requests at random for as long as you like: `python -m fuzzing --minutes 10 --seed 7`."""

import asyncio
import logging
import random
from time import monotonic
from typing import Annotated

import typer

from client import Client
from cluster import running_cluster
from fuzzing.throwing import throw, throw_bytes
from operations import Belongings
from serving import api_on
from todo_api.migrating import migrate

_BETWEEN_REPORTS = 10.0
_ROUNDS_OF_ONE_PERSON = 500


def main(
    minutes: Annotated[float, typer.Option(min=0.05, max=600, help="How long requests are thrown.")] = 1,
    seed: Annotated[int, typer.Option(help="Of all that is random; the same seed brings the same requests.")] = 1,
) -> None:
    """Throw requests at the API, and bytes that are nearly requests; the exit status is the number of failures."""
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)  # it warns of each request that is no HTTP
    raise typer.Exit(asyncio.run(_thrown(minutes * 60, seed)))


async def _thrown(seconds: float, seed: int) -> int:
    """How many were answered as none may be, up to the highest exit status."""
    dice = random.Random(seed)  # noqa: S311  a seed makes a failure repeatable
    count, failures = 0, 0
    until, report_at = monotonic() + seconds, monotonic() + _BETWEEN_REPORTS
    with running_cluster() as cluster:
        database = await cluster.create_database()
        await migrate(database)
        async with api_on(cluster, database) as api:
            while monotonic() < until:
                user_id = f"person {count}"
                async with api.http(user_id) as http:
                    person = Client(http, user_id)
                    belongings = await Belongings.of(person)
                    for _ in range(_ROUNDS_OF_ONE_PERSON):
                        wrong = (
                            await throw(dice, person, belongings),
                            await throw_bytes(dice, person, api.url, belongings),
                        )
                        count += len(wrong)
                        for failure in filter(None, wrong):
                            failures += 1
                            typer.echo(failure)
                        if monotonic() > report_at:
                            report_at += _BETWEEN_REPORTS
                            typer.echo(f"{count:,} requests, {failures} failures")
                        if monotonic() > until:
                            break
    typer.echo(f"{count:,} requests, {failures} failures")
    return min(failures, 100)


if __name__ == "__main__":
    typer.run(main)
