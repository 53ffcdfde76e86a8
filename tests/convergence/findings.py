"""What has come of a trial, for a test to judge and for people to read."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from convergence.devices import Belief, Device
from convergence.journal import Outcome
from convergence.log import Log
from convergence.proof import KINDS, Difference, differences_of_history, differences_of_replicas
from python_client.syncing import Things


@dataclass(frozen=True)
class Findings:
    enqueued: int
    operations: Mapping[str, Counter[str]]
    """Of each device: how many were done, had nothing to do, or were refused."""
    changes: int
    rows: int
    things: int
    answers: Counter[int]
    differences: Sequence[Difference]

    @classmethod
    def of(
        cls, devices: Sequence[Device], beliefs: Sequence[Belief], truth: Things, log: Log, late: Sequence[Difference]
    ) -> "Findings":
        differences = list(late)
        for device, belief in zip(devices, beliefs, strict=True):
            differences += differences_of_replicas(device.name, belief, truth)
            differences += differences_of_history(device.name, device.journal, belief, log)
        return cls(
            sum(len(device.journal.enqueued) for device in devices),
            {device.name: Counter(map(_fate, device.journal.outcomes)) for device in devices},
            sum(len(log.versions[device.name]) for device in devices),
            log.rows,
            len(truth),
            sum((device.journal.statuses for device in devices), Counter()),
            differences,
        )

    def table(self, faults: Counter[str], settled: float) -> str:
        return "\n".join(f"{name:<28}{value:>12}" for name, value in self._lines(faults, settled))

    def _lines(self, faults: Counter[str], settled: float) -> Iterator[tuple[str, object]]:
        yield "operations enqueued", self.enqueued
        for device, fates in self.operations.items():
            for fate, count in sorted(fates.items()):
                yield f"  {device}, {fate}", count
        yield "changes", self.changes
        yield "rows of the log", self.rows
        yield "things in the end", self.things
        for status, count in sorted(self.answers.items()):
            yield f"answers with {status}", count
        for fault, count in sorted(faults.items()):
            yield fault, count
        yield "seconds until all agreed", f"{settled:.1f}"
        found = Counter(kind for kind, _ in self.differences)
        for kind in KINDS:
            yield f"differences: {kind}", found[kind]


def _fate(outcome: Outcome) -> str:
    if outcome.is_refused:
        return "refused"
    return "nothing to do" if outcome.change_id is None else "done"
