"""What is installed is what was locked, to the byte, and nobody is known to have found a hole in it."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SECONDS = 120


def locked() -> list[dict[str, Any]]:
    """All packages of the lock file but our own."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text())
    members = lock["manifest"]["members"]
    packages = [package for package in lock["package"] if package["name"] not in members]
    assert len(packages) > 50
    return packages


def unhashed(packages: list[dict[str, Any]]) -> list[str]:
    """Those that are not told to the byte, or come from anywhere but the registry."""
    return [
        package["name"]
        for package in packages
        if "registry" not in package["source"]
        or not (files := [*package.get("wheels", []), *filter(None, [package.get("sdist")])])
        or any(not file.get("hash", "").startswith("sha256:") for file in files)
    ]


def test_everything_that_is_locked_has_hashes() -> None:
    assert unhashed(locked()) == []


def test_a_package_without_a_hash_is_found() -> None:
    registry = {"registry": "https://example.org/simple"}
    hashed = {"url": "x", "hash": "sha256:0"}
    packages: list[dict[str, Any]] = [
        {"name": "hashed", "source": registry, "wheels": [hashed]},
        {"name": "half", "source": registry, "wheels": [hashed, {"url": "y"}]},
        {"name": "nothing", "source": registry},
        {"name": "from git", "source": {"git": "https://example.org/x"}, "sdist": hashed},
    ]

    assert unhashed(packages) == ["half", "nothing", "from git"]


def test_node_packages_have_hashes() -> None:
    locks = [
        lock
        for folder in ("apps", "packages", "tests", "tools")
        for lock in (ROOT / folder).rglob("package-lock.json")
        if "node_modules" not in lock.parts
    ]
    assert locks

    for lock in locks:
        packages = json.loads(lock.read_text())["packages"]
        found = [
            name for name, package in packages.items() if name.startswith("node_modules/") and not package.get("link")
        ]
        assert [name for name in found if not packages[name].get("integrity", "").startswith("sha512-")] == [], lock


def test_no_advisory_is_known(tmp_path: Path) -> None:
    """Asks PyPI for advisories; where nobody answers, the test says that it has not looked."""
    requirements, answer = tmp_path / "requirements.txt", tmp_path / "answer.json"
    uv = ["uv", "export", "-q", "--locked", "--no-emit-workspace", "--all-extras", "-o", str(requirements)]
    subprocess.run(uv, cwd=ROOT, check=True, timeout=SECONDS)
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--timeout", "5"]
    options = ["--progress-spinner", "off", "-f", "json", "-o", str(answer), "-r", str(requirements)]
    try:
        audit = subprocess.run([*command, *options], capture_output=True, text=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        pytest.skip(f"NOT AUDITED: the advisories did not come within {SECONDS} s")
    if not answer.exists():
        assert "Connection" in audit.stderr or "Timeout" in audit.stderr, audit.stderr
        pytest.skip("NOT AUDITED: the advisories cannot be reached")
    packages = json.loads(answer.read_text())["dependencies"]
    audited = [package for package in packages if "skip_reason" not in package]
    if not audited:
        pytest.skip("NOT AUDITED: there is a registry, but it has no advisories")

    assert [(package["name"], package["vulns"]) for package in audited if package["vulns"]] == []
