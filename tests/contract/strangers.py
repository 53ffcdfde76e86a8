"""What Schemathesis is told beyond the document: what makes a good body, and who must never be seen.

Schemathesis loads this file in a process of its own, with what STRANGER says of somebody who takes no part.
"""

import json
import os
from typing import Any
from zoneinfo import available_timezones

import schemathesis

from todo_domain.types import label_key

STRANGER: dict[str, str] = json.loads(os.environ["STRANGER"])
"""The stranger's ids by the names of the parameters, and under `mark` a word that is in the stranger's texts."""

KINDS = {"parent_id": "task_id", "before": "task_id", "after": "task_id"}
APART = (("before", "after"), ("parent_id", "section_id"), ("parent_id", "project_id"), ("section_id", "project_id"))
TIME_ZONES = available_timezones()


@schemathesis.hook
def before_call(_: schemathesis.HookContext, case: schemathesis.Case[Any], kwargs: dict[str, Any]) -> None:
    """Make ids that nothing has into the stranger's, and bodies that only JSON Schema takes into good ones.

    Ids from earlier answers stay: what Schemathesis makes is to be read, changed and deleted.
    """
    del kwargs
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    if not case.meta.pool_draws and case.meta.phase.name != "stateful":
        for place in (case.path_parameters, case.query, case.body):
            if isinstance(place, dict):
                place |= {name: _strange(name) for name, value in place.items() if value and _strange(name)}
    if isinstance(case.body, dict):
        _mend(case.body)


def _strange(name: str) -> str | None:
    return STRANGER.get(KINDS.get(name, name))


def _mend(body: dict[str, Any]) -> None:
    """What JSON Schema cannot say (time zones, case, 1 not written as 1.0) or the document does not (exclusions)."""
    for one, other in APART:
        if body.get(one) and body.get(other):
            del body[other]
    for part in (body, body.get("due")):
        if isinstance(part, dict) and "timezone" in part and part["timezone"] not in TIME_ZONES:
            part["timezone"] = "Europe/Berlin"
    if isinstance(body.get("duration_minutes"), float):
        body["duration_minutes"] = int(body["duration_minutes"])
    if "labels" in body:
        body["labels"] = list({label_key(name): name for name in body["labels"]}.values())


@schemathesis.check
def nothing_of_a_stranger_shows(
    _: schemathesis.CheckContext, response: schemathesis.Response, case: schemathesis.Case[Any]
) -> None:
    """Neither the ids nor the texts, unless the request itself named the id."""
    sent = f"{case.formatted_path} {case.query} {case.body!r}"
    shown = [value for value in STRANGER.values() if value in response.text and value not in sent]
    assert not shown, f"{', '.join(shown)} belongs to somebody else"
