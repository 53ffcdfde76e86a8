"""The `bench` command as somebody at a terminal uses it, only with much less to measure."""

import subprocess
import sys

SECONDS = 120.0
"""How long a run may take before a test gives up; on an idle machine each takes less than ten."""


def bench(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a scenario to its end."""
    return subprocess.run(
        [sys.executable, "-m", "todo_bench", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
