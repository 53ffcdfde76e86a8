"""The proof itself: it finds nothing in a story that is right, and each way in which one can be wrong."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from convergence.devices import Belief
from convergence.journal import Journal
from convergence.log import Log
from convergence.plans import Operation
from convergence.proof import differences_of_history, differences_of_replicas
from python_client.syncing import Things

TASK = "01a1fdf3-479a-7487-8bdd-0006f55111fa"
WEED: Operation = {"op": "create_task", "body": {"id": TASK, "title": "ada 1"}}
WATER: Operation = {"op": "update_task", "id": TASK, "body": {"title": "ada 2"}}
COMPLETE: Operation = {"op": "complete_task", "id": TASK}
TRUTH: Things = {("task", TASK): {"title": "ada 2"}}


@dataclass
class Story:
    """A task is created, changed, and completed twice; then a label that is gone is to be deleted."""

    journal: Journal
    belief: Belief
    log: Log

    @property
    def kinds(self) -> set[str]:
        history = differences_of_history("ada", self.journal, self.belief, self.log)
        return {kind for kind, _ in (*history, *differences_of_replicas("ada", self.belief, TRUTH))}


@pytest.fixture
def story() -> Story:
    gone: Operation = {"op": "delete_label", "id": "gone"}
    journal, log = Journal([WEED, WATER, COMPLETE, COMPLETE, gone]), Log()
    journal.answered("one", [WEED, WATER], [_done(11), _done(12)])
    journal.answered("two", [COMPLETE, COMPLETE, gone], [_done(14), _done(None), {"status": 404, "change_id": None}])
    journal.statuses[200] = 2
    log.versions["ada"] = {11, 12, 14}
    log.created[TASK] = [11]
    log.marked["ada 2"] = [12]
    log.states[TASK, "completed_at"] = [(14, True)]
    return Story(journal, Belief(dict(TRUTH), [("delete_label", "gone")], []), log)


def _done(change_id: int | None) -> dict[str, int | None]:
    return {"status": 200, "change_id": change_id}


def test_a_story_that_is_right_has_no_differences(story: Story) -> None:
    assert story.kinds == set()


def _was_swapped(story: Story) -> None:
    story.journal.enqueued[:2] = [WATER, WEED]


def _was_reopened_in_between(story: Story) -> None:
    story.log.states[TASK, "completed_at"] = [(13, True), (14, False)]


SPOILED: dict[str, tuple[Callable[[Story], object], str]] = {
    "an operation without an answer": (lambda story: story.journal.enqueued.append(WEED), "lost"),
    "an operation that was done twice": (lambda story: story.log.versions["ada"].add(13), "doubled"),
    "a thing that was made twice": (lambda story: story.log.created[TASK].append(13), "doubled"),
    "a title that was given twice": (lambda story: story.log.marked["ada 2"].append(13), "doubled"),
    "a title that was never given": (lambda story: story.log.marked.clear(), "lost"),
    "a change that is not in the log": (lambda story: story.log.versions["ada"].remove(12), "lost"),
    "a refusal that nobody was told": (lambda story: story.belief.conflicts.clear(), "lost"),
    "nothing done though there was something": (_was_reopened_in_between, "lost"),
    "operations in another order": (_was_swapped, "reordered"),
    "changes in another order": (
        lambda story: story.journal.answered("three", [COMPLETE], [_done(12)]),
        "reordered",
    ),
    "a replica without a thing": (lambda story: story.belief.things.clear(), "unequal"),
    "a replica with a thing too many": (lambda story: story.belief.things.update({("task", "x"): {}}), "unequal"),
    "a step back": (lambda story: story.belief.steps_back.append("task"), "backwards"),
    "another answer to the same request": (
        lambda story: story.journal.answered("one", [WEED, WATER], [_done(11), _done(13)]),
        "unexpected",
    ),
    "an error of the server": (lambda story: story.journal.statuses.update([500]), "unexpected"),
}


@pytest.mark.parametrize("wrong", SPOILED)
def test_what_is_wrong_is_found(wrong: str, story: Story) -> None:
    spoil, kind = SPOILED[wrong]

    spoil(story)

    assert kind in story.kinds
