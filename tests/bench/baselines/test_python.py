"""The API and its baselines in Python, each as the benchmark runs it."""

import sys

import pytest

from bench.baselines.conformity import Conformity
from bench.baselines.processes import Candidate, served_by_uvicorn

CANDIDATES = [
    Candidate("api", served_by_uvicorn("todo_api.app:app_from_environment", "--factory"), supports_unchanged=True),
    Candidate("floor", served_by_uvicorn("todo_bench.baselines.floor:app"), supports_unchanged=True),
    Candidate("idiomatic", served_by_uvicorn("todo_bench.baselines.idiomatic:app")),
    Candidate("sync_design", served_by_uvicorn("todo_bench.baselines.sync_design:app")),
    Candidate("django", (sys.executable, "-m", "todo_bench.baselines.django_ninja")),
]


@pytest.fixture(scope="module", params=CANDIDATES, ids=lambda candidate: candidate.name)
def candidate(request: pytest.FixtureRequest) -> Candidate:
    one: Candidate = request.param
    return one


class TestPython(Conformity):
    """What is asked of all of them."""
