"""Examples of our pages, as somebody else's code: checked by mypy as strictly as ours."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def complaints(code: str, folder: Path) -> str:
    """What mypy finds wrong with a program; nothing if it is right."""
    (folder / "example.py").write_text(code)
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "pyproject.toml", str(folder / "example.py")]
    checked = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    return f"status {checked.returncode}: {checked.stdout}{checked.stderr}" if checked.returncode else ""
