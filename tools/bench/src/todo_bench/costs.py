"""What the system says that processes cost: processor time and memory, where it has a /proc to say it in."""

import os
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Self

_PROC = Path("/proc")
_PARENT, _TIMES = 1, slice(11, 15)
"""Of the fields of /proc/PID/stat that follow the program's name (proc(5), where the first of these is number 3)."""


@dataclass(frozen=True, slots=True)
class _Process:
    id: int
    parent: int
    ticks: int
    """User and system time, its own and that of the children that it has seen end."""

    @classmethod
    def read(cls, process_id: int) -> Self | None:
        try:
            stat = (_PROC / str(process_id) / "stat").read_text(errors="replace")
        except OSError:
            return None
        fields = stat.rpartition(")")[2].split()
        return cls(process_id, int(fields[_PARENT]), sum(map(int, fields[_TIMES])))


def parent_of(process_id: int) -> int | None:
    process = _Process.read(process_id)
    return None if process is None else process.parent


def cpu_seconds(root: int) -> float | None:
    """Of a process and all below it since they began, or None where the system does not tell."""
    if _Process.read(root) is None:
        return None
    processes = {each.id: each for each in map(_Process.read, _process_ids()) if each is not None}
    family = _family(root, processes)
    return sum(processes[each].ticks for each in family if each in processes) / os.sysconf("SC_CLK_TCK")


def memory(root: int) -> int | None:
    """The bytes that a process and all below it occupy (their proportional set size), or None as above."""
    if not (_PROC / str(root) / "smaps_rollup").exists():
        return None
    processes = {each.id: each for each in map(_Process.read, _process_ids()) if each is not None}
    return sum(_proportional_set_size(each) for each in _family(root, processes))


def _process_ids() -> list[int]:
    return [int(entry.name) for entry in _PROC.iterdir() if entry.name.isdigit()]


def _family(root: int, processes: dict[int, _Process]) -> list[int]:
    children = defaultdict(list)
    for process in processes.values():
        children[process.parent].append(process.id)
    family = [root]
    for member in family:
        family += children[member]
    return family


def _proportional_set_size(process_id: int) -> int:
    try:
        lines = (_PROC / str(process_id) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0  # it has ended in this moment
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
