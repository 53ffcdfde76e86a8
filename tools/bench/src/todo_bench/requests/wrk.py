"""Load from wrk, which costs little beside what it measures: one thread, driven by a script that reads the plan."""

import asyncio
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Self

from todo_bench.refusal import Invalid
from todo_bench.requests.load import ANSWER_SECONDS, EXHAUSTED, Latency, Measured
from todo_bench.requests.plan import Plan
from todo_bench.requests.scenarios import SHAPES
from todo_bench.worker import HOST

_SCRIPT = Path(__file__).with_name("wrk.lua")
_START_SECONDS = 60
"""For reading the plan; wrk itself ends with its last second."""
_NONE = "-"
_ERRORS = {
    "refused": "answers of status 400 or more",
    "connect": "connections that were not taken",
    "read": "answers that broke off",
    "write": "requests that could not be sent",
    "timeout": f"requests that were not answered in {ANSWER_SECONDS} s",
    "exhausted": EXHAUSTED,
}


class Wrk:
    """A Load; it measures whole seconds."""

    name = "wrk"

    def __init__(self, program: str) -> None:
        self._program = program

    @classmethod
    def found(cls) -> Self | None:
        program = shutil.which("wrk")
        return None if program is None else cls(program)

    async def run(self, port: int, plan: Plan, connections: int, seconds: float) -> Measured:
        """Raises Invalid if wrk does not do its work."""
        whole_seconds = max(1, round(seconds))
        with tempfile.NamedTemporaryFile("w", prefix="todo-bench-", suffix=".plan") as file:
            file.writelines(f"{line}\n" for line in _lines(plan))
            file.flush()
            said = await self._said(
                *("--threads", "1", "--connections", str(connections), "--duration", f"{whole_seconds}s"),
                *("--timeout", f"{ANSWER_SECONDS}s", "--script", str(_SCRIPT), f"http://{HOST}:{port}", file.name),
                within=whole_seconds + _START_SECONDS,
            )
        return _measured(said)

    async def _said(self, *arguments: str, within: float) -> Mapping[str, Any]:
        process = await asyncio.create_subprocess_exec(
            self._program,
            *arguments,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            async with asyncio.timeout(within):
                output, complaint = await process.communicate()
        except TimeoutError as error:
            raise Invalid(f"wrk did not end in {within:g} s; the run is invalid.") from error
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        _, begins, figures = output.decode().rpartition('{"requests"')
        if process.returncode != 0 or not begins:
            raise Invalid(f"wrk failed: {complaint.decode().strip() or 'it said nothing'}; the run is invalid.")
        said: Mapping[str, Any] = json.loads(begins + figures)
        return said


def _lines(plan: Plan) -> Iterator[str]:
    """The plan as the script reads it."""
    for token in plan.tokens:
        yield f"token\t{token}"
    for kind, requests in plan.requests.items():
        shape = SHAPES[kind]
        once = "1" if shape.once else "0"
        condition, body = shape.condition or _NONE, shape.body or _NONE
        yield f"kind\t{kind}\t{shape.method}\t{shape.status.value}\t{condition}\t{once}\t{body}"
        for request in requests:
            yield f"ask\t{kind}\t{request.user}\t{request.path}\t{request.etag or _NONE}"
    for kind in plan.order:
        yield f"order\t{kind}"


def _measured(said: Mapping[str, Any]) -> Measured:
    errors = {sentence: said[name] for name, sentence in _ERRORS.items() if said[name]}
    if said["statuses"]:
        errors.pop(_ERRORS["refused"], None)
        errors |= {f"answers of status {status}": count for status, count in said["statuses"].items()}
    latency = {name: said[name] / 1000 for name in ("p50", "p95", "p99", "max")}
    return Measured(
        requests=said["requests"],
        seconds=said["microseconds"] / 1e6,
        latency=Latency(**latency),
        errors=errors,
    )
