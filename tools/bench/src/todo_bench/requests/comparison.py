"""`bench`: the candidates side by side, in slices that take turns."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product

from todo_bench.candidates import Candidate
from todo_bench.progress import Steps
from todo_bench.refusal import Invalid
from todo_bench.report import this_machine
from todo_bench.requests.contestant import Contestant, Round, Served
from todo_bench.requests.database_alone import DatabaseAlone
from todo_bench.requests.ground import Ground
from todo_bench.requests.load import Load, Measured
from todo_bench.requests.planning import Planner
from todo_bench.requests.population import Population
from todo_bench.requests.result import Asked, Comparison, Slice
from todo_bench.requests.scenarios import SCENARIOS
from todo_bench.requests.seeding import seed
from todo_bench.requests.servers import serving
from todo_bench.worker import SETTINGS, new_secret, token

_WARM_UP_SECONDS = 1.0


async def compare(
    database_url: str, candidates: Mapping[str, Candidate], load: Load, asked: Asked, steps: Steps
) -> Comparison:
    """Seed the database, start everybody, and measure.

    Raises:
        Refusal: a candidate did not start, or there is too little in the database for what was asked.
        Invalid: something was not answered as it should have been.
    """
    population = Population(asked.users, asked.tasks, asked.seed)
    secret = new_secret()
    tokens = [token(secret, population.user_id(user)) for user in range(population.users)]
    environment = {"DATABASE_URL": database_url, "TODO_DEVELOPMENT_SECRET": secret, **SETTINGS}
    async with Ground.open(database_url) as ground:
        await seed(ground.connection, population, steps)
        await ground.sweep()
        async with serving(candidates, environment) as servers:
            planner = Planner(population, tokens)
            contestants: list[Contestant] = [Served(server, load, planner, ground) for server in servers.values()]
            if DatabaseAlone.name in asked.candidates:
                contestants.append(DatabaseAlone(database_url, population))
            slices = await _slices(contestants, ground, asked, steps)
    titles = {each.name: each.title for each in contestants}
    return Comparison(asked=asked, machine=this_machine(), load=load.name, titles=titles, slices=slices)


async def _slices(contestants: Sequence[Contestant], ground: Ground, asked: Asked, steps: Steps) -> list[Slice]:
    slices = []
    rounds = [
        Round(SCENARIOS[name], connections, number, asked.seconds)
        for connections, name, number in product(asked.connections, asked.scenarios, range(-1, asked.repeats))
    ]
    turns = [(round_, each) for round_ in rounds for each in _in_turn(contestants, round_)]
    done = steps.begin("Measuring", len(turns))
    for round_, contestant in turns:
        if round_.number < 0:
            warm_up = replace(round_, seconds=min(_WARM_UP_SECONDS, round_.seconds))
            _check(await contestant.warm_up(warm_up), contestant, round_)
            await contestant.settle()
        else:
            slices.append(await _slice(contestant, ground, round_))
        if round_.scenario.writes:
            await ground.restore()
        done()
    return slices


def _in_turn(contestants: Sequence[Contestant], round_: Round) -> list[Contestant]:
    """Another one is the first each time."""
    taking_part = [each for each in contestants if each.takes_part(round_.scenario)]
    first = round_.number % max(1, len(taking_part))
    return [*taking_part[first:], *taking_part[:first]]


async def _slice(contestant: Contestant, ground: Ground, round_: Round) -> Slice:
    before, database_before = contestant.cpu_seconds(), ground.cpu_seconds()
    measured = await contestant.run(round_)
    after, database_after = contestant.cpu_seconds(), ground.cpu_seconds()
    _check(measured, contestant, round_)
    await contestant.settle()
    return Slice(
        scenario=round_.scenario.name,
        connections=round_.connections,
        repeat=round_.number,
        candidate=contestant.name,
        measured=measured,
        server_cpu=_each(before, after, measured.requests),
        database_cpu=_each(database_before, database_after, measured.requests),
        memory=contestant.memory(),
    )


def _check(measured: Measured, contestant: Contestant, round_: Round) -> None:
    """Raises Invalid if anything but the right answers came."""
    if measured.errors or not measured.requests:
        wrong = ", ".join(f"{count:,} {what}" for what, count in measured.errors.items()) or "no answers"
        raise Invalid(
            f"{contestant.name}, {round_.scenario.name}, {round_.connections} connections: {wrong}; the run is invalid."
        )


def _each(before: float | None, after: float | None, requests: int) -> float | None:
    """Milliseconds."""
    return None if before is None or after is None else 1000 * (after - before) / requests
