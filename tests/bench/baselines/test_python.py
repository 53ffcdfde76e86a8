"""The API and its baselines in Python, each as the benchmark runs it."""

import pytest

from bench.baselines.conformity import Conformity
from todo_bench.candidates import CANDIDATES, Candidate, Node

pytestmark = pytest.mark.direct("the candidates are measured without one")


@pytest.fixture(
    scope="module", params=[name for name, candidate in CANDIDATES.items() if not isinstance(candidate, Node)]
)
def candidate(request: pytest.FixtureRequest) -> Candidate:
    return CANDIDATES[request.param]


class TestPython(Conformity):
    """What is asked of all of them."""
