"""What the machine's database alone can do: pgbench with the API's own statements, and nothing in between."""

import asyncio
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from todo_api.database_url import parse_database_url
from todo_api.embedded import programs
from todo_api.sql.lists import list_tasks
from todo_api.sql.statement import Statement
from todo_api.sql.tasks import READ_TASK, create_task
from todo_bench.refusal import Invalid
from todo_bench.requests.contestant import Round
from todo_bench.requests.load import Latency, Measured
from todo_bench.requests.population import APART, Part, Population
from todo_bench.requests.scenarios import Scenario

CLIENTS = 10
"""As many as the candidates' pools have connections."""
_PATIENCE = 60
_ARGUMENT = re.compile(r"\$(\d+)")
_DONE = re.compile(r"actually processed: (\d+).*failed transactions: (\d+).*tps = ([\d.]+)", re.DOTALL)
_MICROSECONDS = 2
"""Of the fields of a line of pgbench's log."""
_ARGUMENTS = {
    "user_id": "('user-' || :user)",
    "now": "now()",
    "limit": "50",
    "title": "'Water the tomatoes'",
    "notes": "'Twice a week, early in the morning.'",
    "priority": "3",
}
"""In words of pgbench, which has numbers and no text of its own; what is not here is NULL."""


class DatabaseAlone:
    """A contestant without HTTP, and with as many connections to the database as the others have, however loaded."""

    name = "database"
    title = "PostgreSQL alone"

    def __init__(self, database_url: str, population: Population) -> None:
        target = parse_database_url(database_url)
        ((self._host, _),) = target.hosts
        self._user, self._database = target.user, target.database
        self._scripts = scripts(population)

    def takes_part(self, scenario: Scenario) -> bool:
        return scenario.name in self._scripts

    async def warm_up(self, round_: Round) -> Measured:
        return await self.run(round_)

    async def run(self, round_: Round) -> Measured:
        """Raises Invalid if pgbench fails. It measures whole seconds."""
        with tempfile.TemporaryDirectory(prefix="todo-bench-") as name:
            output, milliseconds = await self._ran(Path(name), round_)
        done = _DONE.search(output)
        if done is None or not milliseconds:
            raise Invalid(f"pgbench said nothing of what it did ({output.strip()!r}); the run is invalid.")
        return Measured(
            requests=int(done[1]),
            seconds=int(done[1]) / float(done[3]),
            latency=Latency.of(milliseconds),
            errors={"failed transactions": int(done[2])} if int(done[2]) else {},
        )

    async def _ran(self, folder: Path, round_: Round) -> tuple[str, list[float]]:
        """What pgbench says, and the milliseconds that each transaction took."""
        script, log = folder / "script.sql", folder / "log"
        script.write_text(self._scripts[round_.scenario.name])
        seconds = max(1, round(round_.seconds))
        output = await self._output(
            *("--host", self._host, "--username", self._user, "--no-vacuum", "--protocol", "prepared"),
            *("--client", str(CLIENTS), "--time", str(seconds), "--file", str(script)),
            *("--log", f"--log-prefix={log}", self._database),
            within=seconds + _PATIENCE,
        )
        lines = [line for file in folder.glob("log.*") for line in file.read_text().splitlines()]  # noqa: ASYNC240  nor at this one
        return output, [int(line.split()[_MICROSECONDS]) / 1000 for line in lines]

    async def settle(self) -> None:
        """It waits for the last answer by itself."""

    def cpu_seconds(self) -> float | None:
        """There is nobody between the load and the database."""
        return None

    def memory(self) -> int | None:
        return None

    async def _output(self, *arguments: str, within: float) -> str:
        process = await asyncio.create_subprocess_exec(
            programs.program("pgbench"),
            *arguments,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=programs.ENVIRONMENT,
        )
        try:
            async with asyncio.timeout(within):
                output, complaint = await process.communicate()
        except TimeoutError as error:
            raise Invalid(f"pgbench did not end in {within:g} s; the run is invalid.") from error
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        if process.returncode != 0:
            raise Invalid(f"pgbench failed: {complaint.decode().strip()}; the run is invalid.")
        return output.decode()


def scripts(population: Population) -> Mapping[str, str]:
    """For the scenarios whose every argument can be computed from random numbers."""
    some = population.numbers(Part.GET)
    user = f"\\set user random(0, {population.users - 1})\n"
    task = f"\\set task random({some.start}, {some.stop - 1})\n"
    new = f"\\set new random({2**46}, {2**47})\n"
    first = int(population.created_at(0).timestamp() * 1000)
    apart = int(APART.total_seconds() * 1000)
    listed = list_tasks(frozenset({"live"}), "order", descending=False, after=False)
    return {
        "get": f"{user}{task}{_sql(READ_TASK, _task_id(f'{first} + {apart} * :task'))};\n",
        "list": f"{user}{_sql(listed)};\n",
        "create": f"{user}{new}{_sql(create_task('inbox', labelled=False), _task_id(':new'))};\n",
    }


def _task_id(milliseconds: str) -> str:
    """What `Population.task_id` says, in SQL. No function may do that is called anew for each row it is compared to."""
    digits = (f"lpad(to_hex(({part})::bigint), 12, '0')" for part in (milliseconds, ":user"))
    return f"({" || '70008000' || ".join(digits)})"


def _sql(statement: Statement, task_id: str = "NULL") -> str:
    expressions = {**_ARGUMENTS, "id": task_id}
    names = statement.parameters
    return _ARGUMENT.sub(lambda found: expressions.get(names[int(found[1]) - 1], "NULL"), statement.sql)
