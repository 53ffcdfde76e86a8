"""What the browser gets: how much of it, and under which policy."""

import gzip
import json
import re
from html import unescape
from pathlib import Path
from typing import Any

from todo_api.front.site import POLICY
from web.conftest import ROOT

LIMIT = 150 * 1024


def manifest(built: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads((built / ".vite" / "manifest.json").read_text())
    return found


def loaded_at_first(built: Path) -> set[str]:
    """The scripts of the page, and all that they import before they run."""
    chunks = manifest(built)
    by_file = {chunk["file"]: chunk for chunk in chunks.values()}
    waiting = re.findall(r'<script type="module"[^>]* src="/([^"]+)"', (built / "index.html").read_text())
    found: set[str] = set()
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            waiting += [chunks[name]["file"] for name in by_file[file].get("imports", [])]
    return found


def test_the_first_load_is_small(built: Path) -> None:
    """The inbox, compressed as every server can."""
    sizes = {file: len(gzip.compress((built / file).read_bytes(), 9)) for file in loaded_at_first(built)}

    assert sum(sizes.values()) < LIMIT, sizes
    assert sum(sizes.values()) > LIMIT / 3, "it was all counted"


def test_what_is_rarely_needed_comes_later(built: Path) -> None:
    """Notes as Markdown, the calendar, history, settings and the other language, each known by a text of its own."""
    first = "".join((built / file).read_text() for file in loaded_at_first(built))
    later = "".join(file.read_text() for file in built.glob("assets/*.js"))

    for text in ("markdown-heading", "calendar-head", "history-item", "todo-export.jsonl", "الوارد"):
        assert text not in first
        assert text in later


def test_the_page_carries_its_policy_and_nothing_inline(built: Path) -> None:
    page = (built / "index.html").read_text()
    policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)"', page)

    assert policy is not None
    only_by_header = {"frame-ancestors 'none'"}
    assert set(unescape(policy[1]).split("; ")) == set(POLICY.split("; ")) - only_by_header
    assert "unsafe" not in policy[1]
    assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\bstyle=|\bon\w+=", page)
    assert not re.findall(r'(?:src|href)="(?!/)', page), "all of it is of our own origin"
    assert page.index("Content-Security-Policy") < page.index("<script")


def test_no_code_is_made_from_text(built: Path) -> None:
    code = "".join(file.read_text() for file in built.glob("**/*.js"))

    assert not re.search(r"\beval\(|\bnew Function\(", code)


def test_the_worker_keeps_all_that_the_app_can_ask_for(built: Path) -> None:
    worker = (built / "sw.js").read_text()
    listed = re.search(r"const FILES = (\[.*?\]);", worker)

    assert listed is not None
    files = set(json.loads(listed[1]))
    assert {f"/{file.relative_to(built)}" for file in built.glob("assets/*") if file.suffix in {".js", ".css"}} <= files
    assert "/index.html" in files
    assert all((built / file.removeprefix("/")).is_file() for file in files)
    assert "__" not in worker


def test_the_look_reads_from_both_sides() -> None:
    """Left and right are nowhere in the style sheets: both ways of writing share them."""
    physical = re.compile(r"(?<![-\w])(?:(?:margin|padding|border)-)?(?:left|right)\b(?=[^;{}]*;)")
    found = {path.name: physical.findall(path.read_text()) for path in (ROOT / "src/styles").glob("*.css")}

    assert len(found) > 10
    assert not {name: where for name, where in found.items() if where}
