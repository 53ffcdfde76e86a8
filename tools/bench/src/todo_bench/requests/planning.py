"""Making plans: whose tasks are asked for is left to chance, which a seed makes the same chance each time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from todo_bench.refusal import Refusal
from todo_bench.requests.plan import Plan, Request
from todo_bench.requests.population import Part, Population
from todo_bench.requests.scenarios import SHAPES, Kind, Scenario

LIST_PATH = "/v1/tasks?limit=50"
_DISTINCT = 10_000
"""Requests of a kind that can be repeated."""
_FASTEST = 25_000
"""Requests a second of a kind that cannot, of which nobody will need more."""
_SPARE = 2
"""Tasks for each connection that may be patching one, so that there is always one to patch next."""
_PARTS = {
    Kind.GET: Part.GET,
    Kind.PATCH: Part.PATCH,
    Kind.COMPLETE: Part.COMPLETE,
    Kind.DELETE: Part.DELETE,
}
_ACCOUNT_VERSIONS = "SELECT user_id, version FROM account"
_TASK_VERSIONS = """
SELECT version FROM unnest($1::text[], $2::uuid[]) WITH ORDINALITY AS wanted(user_id, id, ordinal)
JOIN task USING (user_id, id) ORDER BY ordinal
"""


@dataclass(frozen=True, slots=True)
class Planner:
    """Makes plans for a population whose tokens it has."""

    population: Population
    tokens: Sequence[str]

    async def plan(self, connection: Any, scenario: Scenario, repeat: int, connections: int, seconds: float) -> Plan:
        """The plan of one slice, with the ETags as they are now.

        Raises:
            Refusal: there are too few tasks.
        """
        random = Random(f"{self.population.seed} {scenario.name} {repeat}")  # noqa: S311  chance, and no secret
        order = [kind for kind, share in scenario.shares.items() for _ in range(share)]
        random.shuffle(order)
        requests = {}
        for kind, share in scenario.shares.items():
            wanted = _DISTINCT
            if SHAPES[kind].once:
                wanted = round(_FASTEST * max(1, seconds) * share / len(order))
            requests[kind] = await self._requests(connection, kind, wanted, random)
        if Kind.PATCH in requests and len(requests[Kind.PATCH]) < _SPARE * connections:
            raise Refusal(
                f"{connections} connections need {_SPARE * connections} tasks to patch, and there are"
                f" {len(requests[Kind.PATCH])}; ask for more --users or --tasks."
            )
        return Plan(self.tokens, order, requests)

    async def _requests(self, connection: Any, kind: Kind, wanted: int, random: Random) -> list[Request]:
        match kind:
            case Kind.LIST:
                return [Request(user, LIST_PATH) for user in self._users(wanted, random)]
            case Kind.CREATE:
                return [Request(user, "/v1/tasks") for user in self._users(wanted, random)]
            case Kind.UNCHANGED:
                versions = {row["user_id"]: row["version"] for row in await connection.fetch(_ACCOUNT_VERSIONS)}
                users = self._users(wanted, random)
                return [Request(user, LIST_PATH, f'"{versions[self.population.user_id(user)]}"') for user in users]
            case Kind.COMPLETE:
                return [Request(*self._task(pair, "/completion")) for pair in self._tasks(kind, wanted, random)]
            case Kind.GET | Kind.DELETE:
                return [Request(*self._task(pair)) for pair in self._tasks(kind, wanted, random)]
            case Kind.PATCH:
                pairs = list(self._tasks(kind, wanted, random))
                user_ids = [self.population.user_id(user) for user, _ in pairs]
                task_ids = [self.population.task_id(*pair) for pair in pairs]
                rows = await connection.fetch(_TASK_VERSIONS, user_ids, task_ids)
                return [
                    Request(*self._task(pair), f'"{row["version"]}"') for pair, row in zip(pairs, rows, strict=True)
                ]

    def _users(self, wanted: int, random: Random) -> list[int]:
        return random.choices(range(self.population.users), k=wanted)

    def _tasks(self, kind: Kind, wanted: int, random: Random) -> Iterator[tuple[int, int]]:
        """Different tasks of the kind's part: the user's number, and the task's."""
        numbers = self.population.numbers(_PARTS[kind])
        every = self.population.users * len(numbers)
        for place in random.sample(range(every), min(every, wanted)):
            user, task = divmod(place, len(numbers))
            yield user, numbers[task]

    def _task(self, pair: tuple[int, int], below: str = "") -> tuple[int, str]:
        return pair[0], f"/v1/tasks/{self.population.task_id(*pair)}{below}"
