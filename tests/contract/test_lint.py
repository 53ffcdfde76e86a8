"""The linters: nothing is wrong with the document, and what would be wrong is found."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from todo_codegen import cli
from todo_codegen.document import export
from todo_codegen.linting import complaints
from todo_codegen.places import NODE, ROOT

type Codegen = Callable[..., tuple[int, str, str]]

LIST_TASKS = "#/paths//v1/tasks/get"


@pytest.fixture(scope="module")
def found() -> list[str]:
    """The complaints about a document with many faults."""
    document: dict[str, Any] = json.loads(export())
    components, list_tasks = document["components"], document["paths"]["/v1/tasks"]["get"]
    parameters = {parameter["name"]: parameter["schema"] for parameter in list_tasks["parameters"]}

    document["servers"][0]["url"] = "http://todo.example.net"
    document["paths"]["/v1/tasks"]["post"]["operationId"] = "list_tasks"
    list_tasks["responses"].pop("500")
    list_tasks["security"] = []
    list_tasks["responses"]["200"]["content"]["application/json"]["schema"] = {"type": "string"}
    parameters["cursor"].pop("maxLength")
    parameters["label_any"].pop("maxItems")
    parameters["label_any"]["items"].pop("maxLength")
    parameters["limit"].pop("maximum")
    parameters["parent_id"].update(type="integer", format="int32", minimum=1, maximum=9)
    components["schemas"]["TaskCreate"]["properties"]["notes"].pop("maxLength")
    components["schemas"]["TaskCreate"]["unevaluatedProperties"] = True
    components["schemas"]["Forgotten"] = {"type": "object", "additionalProperties": False}
    components["headers"]["ETag"]["schema"].pop("maxLength")
    components["securitySchemes"]["bearer"]["description"] = "A token."
    return complaints(json.dumps(document).encode())


def test_the_linters_find_no_fault_with_the_document(codegen: Codegen) -> None:
    assert codegen("--lint") == (0, "The linters find no fault with the document.\n", "")


def test_what_the_linters_find_is_told(codegen: Codegen, found: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "complaints", lambda _: found)

    status, out, err = codegen("--lint")

    assert (status, out) == (1, "")
    assert err.splitlines() == ["The document is not as the linters want it:", *found]


@pytest.mark.parametrize(
    ("place", "rule"),
    [
        ("#/components/schemas/Forgotten", "no-unused-components"),
        ("#/components/headers/ETag/schema", "owasp:api4:2023-string-limit"),
        ("#/components/schemas/TaskCreate/unevaluatedProperties", "owasp:api3:2023-no-unevaluatedProperties"),
        ("#/components/schemas/TaskCreate/properties/notes", "owasp:api4:2023-string-limit"),
        ("#/components/securitySchemes/bearer/description", "owasp:api2:2023-jwt-best-practices"),
        ("#/paths/~1v1~1tasks/post/list_tasks", "operation-operationId-unique"),
        (rf"{LIST_TASKS}/responses", "owasp:api8:2023-define-error-responses-500"),
        (rf"{LIST_TASKS}/security", "owasp:api2:2023-read-restricted"),
        (rf"{LIST_TASKS}/responses/200/content/application/json/schema", "owasp:api4:2023-string-limit"),
        (rf"{LIST_TASKS}/parameters/\d+/schema", "owasp:api4:2023-string-limit"),
        (rf"{LIST_TASKS}/parameters/\d+/schema", "owasp:api4:2023-array-limit"),
        (rf"{LIST_TASKS}/parameters/\d+/schema/items", "owasp:api4:2023-string-limit"),
        (rf"{LIST_TASKS}/parameters/\d+/schema", "owasp:api4:2023-integer-limit"),
        (rf"{LIST_TASKS}/parameters/\d+/schema", "owasp:api1:2023-no-numeric-ids"),
        ("#/servers/0/url", "owasp:api8:2023-no-server-http"),
    ],
)
def test_the_linters_find_each_fault(found: list[str], place: str, rule: str) -> None:
    assert any(re.fullmatch(rf"{place}: .*\({re.escape(rule)}\)", complaint) for complaint in found), found


@pytest.mark.parametrize("name", ["redocly.yaml", ".spectral.yaml"])
def test_every_exception_is_argued_beside_it(name: str) -> None:
    paragraphs = (ROOT / NODE / name).read_text().split("\n\n")
    exceptions = [text for text in paragraphs if re.search(r"^ +[\w:-]+: off$|given:|severity:", text, re.MULTILINE)]

    assert exceptions
    assert all(re.search(r"^ *# \w.*[.]$|^ *# .*\n *# .*[.]$", text, re.MULTILINE) for text in exceptions)
