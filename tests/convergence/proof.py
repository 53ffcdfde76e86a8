"""Both sides of the story, held against each other: nothing lost, nothing doubled, nothing in another order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from convergence.devices import Belief
from convergence.journal import EXPECTED, Journal, Outcome, thing_id
from convergence.log import Log
from python_client.syncing import Things

_STATES = {
    "complete": ("completed_at", True),
    "reopen": ("completed_at", False),
    "trash": ("deleted_at", True),
    "restore": ("deleted_at", False),
}
"""What each verb makes of which column. If it is so already, there is nothing to do and no change."""
_FOREVER = 2**53

type Difference = tuple[str, str]
"""Its kind, and a sentence."""

KINDS = ("lost", "doubled", "reordered", "unequal", "backwards", "unexpected")


def differences_of_replicas(name: str, belief: Belief, truth: Things) -> Iterator[Difference]:
    for place in truth.keys() | belief.things.keys():
        if truth.get(place) != belief.things.get(place):
            yield "unequal", f"{name} has {place} as {belief.things.get(place)}, the export as {truth.get(place)}"
    yield from (("backwards", f"{name}: {step}") for step in belief.steps_back)


def differences_of_history(name: str, journal: Journal, belief: Belief, log: Log) -> Iterator[Difference]:
    """What one device has enqueued, what it was answered, and what the log says."""
    outcomes = journal.outcomes
    yield from _of_order(name, journal, outcomes)
    yield from _of_refusals(name, outcomes, belief)
    yield from _of_changes(name, outcomes, log)
    for before, outcome, after in _with_neighbours(outcomes):
        yield from (
            (kind, f"{name}: {text}, {outcome}") for kind, text in _of_one(outcome, log, between=(before, after))
        )
    if journal.contradictions:
        yield "unexpected", f"{name} was answered differently the second time, {journal.contradictions} times"
    for status in journal.statuses.keys() - EXPECTED:
        yield "unexpected", f"{name} was answered {status}, {journal.statuses[status]} times"


def _of_order(name: str, journal: Journal, outcomes: Sequence[Outcome]) -> Iterator[Difference]:
    enqueued = [(operation["op"], thing_id(operation)) for operation in journal.enqueued]
    done = [(outcome.operation["op"], outcome.thing_id) for outcome in outcomes]
    for place in (Counter(enqueued) - Counter(done)).elements():
        yield "lost", f"{name} has no answer to {place}"
    for place in (Counter(done) - Counter(enqueued)).elements():
        yield "doubled", f"{name} has one answer more to {place}"
    if enqueued != done:
        yield "reordered", f"{name} has sent its operations in another order"
    changes = [outcome.change_id for outcome in outcomes if outcome.change_id is not None]
    for earlier, later in pairwise(changes):
        if earlier >= later:
            yield "reordered", f"{name} has made change {later} after {earlier}"


def _of_refusals(name: str, outcomes: Sequence[Outcome], belief: Belief) -> Iterator[Difference]:
    refused = [(outcome.operation["op"], outcome.thing_id) for outcome in outcomes if outcome.is_refused]
    if refused != belief.conflicts:
        yield "lost", f"{name} was refused {len(refused)} operations and reports {len(belief.conflicts)} conflicts"


def _of_changes(name: str, outcomes: Sequence[Outcome], log: Log) -> Iterator[Difference]:
    told = {outcome.change_id for outcome in outcomes if outcome.change_id is not None}
    for version in told - log.versions[name]:
        yield "lost", f"{name} was told of change {version}, which is not in the log"
    for version in log.versions[name] - told:
        yield "doubled", f"{name} has made change {version} without being told"


def _of_one(outcome: Outcome, log: Log, between: tuple[int, int]) -> Iterator[Difference]:
    """What the log has of one operation that was answered."""
    verb = outcome.operation["op"].partition("_")[0]
    if verb in {"create", "update"}:
        found = log.created[outcome.thing_id] if verb == "create" else log.marked[outcome.mark or ""]
        if outcome.is_refused and found:
            yield "doubled", "it was refused and done"
        if not outcome.is_refused and found != [outcome.change_id]:
            yield "doubled" if len(found) > 1 else "lost", f"the log has it at {found}"
    elif not outcome.is_refused and outcome.change_id is None:
        column, value = _STATES.get(verb, ("", True))
        if not log.ever_had(outcome.thing_id, column, value=value, between=between):
            yield "lost", "there was something to do"


def _with_neighbours(outcomes: Sequence[Outcome]) -> Iterator[tuple[int, Outcome, int]]:
    """Each outcome between the changes that its device made before and after it."""
    nexts: list[int] = []
    following = _FOREVER
    for outcome in reversed(outcomes):
        nexts.append(following)
        following = outcome.change_id or following
    before = 0
    for outcome, after in zip(outcomes, reversed(nexts), strict=True):
        yield before, outcome, after
        before = outcome.change_id or before
