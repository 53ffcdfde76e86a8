"""The breaking gate: what breaks clients is found, what is only added passes."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from todo_codegen.breaking import allows_breaking, breaking_changes
from todo_codegen.document import export

type Document = dict[str, Any]
type Change = Callable[[Document], object]

DOCUMENT: Document = json.loads(export())


def schema(document: Document, name: str) -> Document:
    found: Document = document["components"]["schemas"][name]
    return found


def list_tasks(document: Document) -> Document:
    found: Document = document["paths"]["/v1/tasks"]["get"]
    return found


def without_parameter(document: Document) -> None:
    parameters = list_tasks(document)["parameters"]
    parameters.remove(next(each for each in parameters if each["name"] == "text"))


def without_field(document: Document) -> None:
    schema(document, "TaskRead")["properties"].pop("notes")
    schema(document, "TaskRead")["required"].remove("notes")


def with_null(document: Document) -> None:
    fields = schema(document, "TaskRead")["properties"]
    fields["title"] = {"anyOf": [fields["title"], {"type": "null"}]}


def without_null(document: Document) -> None:
    fields = schema(document, "TaskUpdate")["properties"]
    fields["duration_minutes"] = fields["duration_minutes"]["anyOf"][0]


def without_kind_of_due(document: Document) -> None:
    schema(document, "Due")["oneOf"].pop()
    schema(document, "Due")["discriminator"]["mapping"].pop("zoned")


BREAKING: dict[str, tuple[Change, str]] = {
    "a field is removed": (without_field, "Property `notes`"),
    "a field may be missing": (
        lambda it: schema(it, "LabelRead")["required"].remove("color"),
        "no longer required: `color`",
    ),
    "a field may be null": (with_null, "Type of `title` widened"),
    "a field has another type": (
        lambda it: schema(it, "TaskRead")["properties"]["version"].update(type="string"),
        "Type of `version`",
    ),
    "a field has another format": (
        lambda it: schema(it, "TaskRead")["properties"]["id"].update(format="uri"),
        "`format` of `id` changed",
    ),
    "a request's field is removed": (
        lambda it: schema(it, "TaskCreate")["properties"].pop("notes"),
        "TaskCreate/properties/notes: Property `notes` of",
    ),
    "a request's field becomes required": (
        lambda it: schema(it, "TaskCreate")["required"].append("priority"),
        "became required: `priority`",
    ),
    "a request's field has a tighter limit": (
        lambda it: schema(it, "TaskCreate")["properties"]["title"].update(maxLength=499),
        "`maxLength` of `title` changed from '500' to '499'",
    ),
    "a request's field cannot be null any more": (without_null, "`duration_minutes`"),
    "an enumeration loses a value": (
        lambda it: schema(it, "Priority")["enum"].remove("low"),
        "Enum of `priority` lost values: 'low'",
    ),
    "an enumeration that is read gains a value": (
        lambda it: schema(it, "Priority")["enum"].append("dire"),
        "Enum of `priority` gained values: 'dire'",
    ),
    "a union loses a member": (without_kind_of_due, "`oneOf` subschema"),
    "an operation is removed": (
        lambda it: it["paths"]["/v1/tasks/{task_id}"].pop("delete"),
        "Operation `DELETE /v1/tasks/{task_id}` was removed",
    ),
    "a path is removed": (
        lambda it: it["paths"].pop("/v1/tasks/{task_id}/completion"),
        "Path `/v1/tasks/{task_id}/completion` was removed",
    ),
    "an operation has another name": (lambda it: list_tasks(it).update(operationId="tasks"), "`operationId`"),
    "an operation needs a token": (
        lambda it: it["paths"]["/healthz"]["get"].update(security=[{"bearer": []}]),
        "Authentication became required",
    ),
    "a parameter is removed": (without_parameter, "`text` query parameter was removed"),
    "a parameter becomes required": (
        lambda it: it["paths"]["/v1/tasks"]["post"]["parameters"][0].update(required=True),
        "`If-Match` header parameter became required",
    ),
    "a status is removed": (lambda it: list_tasks(it)["responses"].pop("304"), "Response `304` was removed"),
    "a header is removed": (
        lambda it: list_tasks(it)["responses"]["200"]["headers"].pop("ETag"),
        "Response header `ETag` was removed",
    ),
}


def changed(*changes: Change) -> bytes:
    document = copy.deepcopy(DOCUMENT)
    for change in changes:
        change(document)
    return json.dumps(document).encode()


@pytest.fixture(scope="module")
def found() -> list[str]:
    """What is found when everything breaks at once; that is quicker than one thing after the other."""
    return breaking_changes(changed(), changed(*(change for change, _ in BREAKING.values())))


@pytest.mark.parametrize("what", BREAKING)
def test_clients_break_when(what: str, found: list[str]) -> None:
    assert [each for each in found if BREAKING[what][1] in each], found


def test_additions_break_nobody() -> None:
    def add(document: Document) -> None:
        task, create = schema(document, "TaskRead"), schema(document, "TaskCreate")
        task["properties"]["effort"] = create["properties"]["effort"] = {"type": "integer", "format": "int32"}
        task["required"].append("effort")
        create["properties"]["title"]["maxLength"] = 1000
        create["properties"]["title"]["description"] = "What is to be done."
        parameters = list_tasks(document)["parameters"]
        parameters.append({"name": "effort", "in": "query", "required": False, "schema": {"type": "integer"}})
        list_tasks(document)["responses"]["423"] = list_tasks(document)["responses"]["400"]
        document["paths"]["/v1/goals"] = {
            "get": {**document["paths"]["/v1/labels"]["get"], "operationId": "list_goals"}
        }
        schema(document, "Problem")["properties"]["code"]["enum"].append("too_many_requests")

    assert breaking_changes(changed(), changed(add)) == []


def test_nothing_changed_breaks_nobody() -> None:
    assert breaking_changes(changed(), changed()) == []


def test_clients_of_the_last_release_do_not_break(codegen: Callable[..., tuple[int, str, str]]) -> None:
    status, _, err = codegen("--breaking")

    assert status == 0, err


@pytest.mark.parametrize(
    ("earlier", "later", "allowed"),
    [
        ("0.1.0", "0.1.0", False),
        ("0.1.0", "0.2.0", False),
        ("0.9.9", "1.0.0", True),
        ("1.4.2", "1.5.0", False),
        ("9.0.0", "10.0.0", True),
        ("2.0.0", "1.0.0", False),
    ],
)
def test_only_a_new_major_version_may_break(earlier: str, later: str, *, allowed: bool) -> None:
    documents = (json.dumps({"info": {"version": version}}).encode() for version in (earlier, later))

    assert allows_breaking(*documents) is allowed
