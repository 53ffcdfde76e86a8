"""The generated models and the domain's schemas take and refuse the same documents.

JSON Schema is less than Python: what the domain checks beyond it is listed here, and only that may differ.
"""

import json
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

import todo_domain
from python_client.documents import ODD, UUID7, conforming, odd, places, replaced
from todo_api.problems import FAULTS, Problem
from todo_client import models
from todo_client.document import Document
from todo_domain import schemas
from todo_domain.schemas import batch

OF_THE_API = {"BatchRead", "BatchResult", "FieldProblem", "Health", "Problem"}
"""Documents that the domain knows nothing of."""

PAIRS = {
    name: (next(vars(module)[name] for module in (schemas, batch, todo_domain) if name in vars(module)), model)
    for name, model in vars(models).items()
    if isinstance(model, type) and issubclass(model, Document) and model is not Document and name not in OF_THE_API
}
READS = {name for name, (schema, _) in PAIRS.items() if issubclass(schema, schemas.Output)}

OF_ANY_JSON = {"ActivityPage", "ActivityRead", "FieldChange"}
"""Documents with values that may be anything."""

BEYOND_JSON_SCHEMA: dict[str, tuple[str, Any]] = {
    # Their names change several times a year.
    "not a time zone of the IANA database, such as Europe/Berlin": ("AccountUpdate", {"timezone": "Europe/Atlantis"}),
    # The generator lets Pydantic read dates and times, whatever their pattern.
    "must be a date and time such as 2026-12-24T18:00:00": (
        "TaskUpdate",
        {"due": {"kind": "floating", "datetime": "2026-12-24 18:00:00"}},
    ),
    # `uniqueItems` knows no case folding.
    "the same label is listed twice; case does not tell labels apart": ("TaskUpdate", {"labels": ["a", "A"]}),
    # Rules between fields: the generator makes no types of them, even where JSON Schema could say them.
    "before and after exclude each other": ("Place", {"before": UUID7, "after": UUID7}),
    "project_id, section_id and parent_id exclude each other": ("TaskMove", {"project_id": UUID7, "parent_id": UUID7}),
    "a subtask is where its parent is: leave out project_id and section_id": (
        "TaskCreate",
        {"title": "Water", "project_id": UUID7, "parent_id": UUID7},
    ),
}
"""What only the domain refuses, by its sentences, each with a document of which that is true."""

TITLE = 500

FAST = settings(max_examples=25, derandomize=True, database=None, deadline=None, phases=[Phase.generate, Phase.shrink])


def validated[Model: BaseModel](model: type[Model], text: str) -> Model | ValidationError:
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        return error


def sentences(error: ValidationError) -> set[str]:
    return {problem["msg"].removeprefix("Value error, ") for problem in error.errors()}


def agree(name: str, document: Any) -> None:
    """Fail if the two disagree about a document, or take it for two different ones."""
    schema, model = PAIRS[name]
    text = json.dumps(document)
    if name in OF_ANY_JSON and "Infinity" in text:
        return  # Pydantic reads what is no JSON here, and writes null for it
    known, sent = validated(schema, text), validated(model, text)
    match known, sent:
        case ValidationError(), ValidationError():
            pass
        case ValidationError(), Document():
            assert sentences(known) <= BEYOND_JSON_SCHEMA.keys(), (text, known)
        case BaseModel(), ValidationError():
            assert is_never_written(name, document, known) or is_counted_trimmed(sent), (text, sent)
        case BaseModel(), Document():
            assert validated(schema, sent.model_dump_json()) == known, (text, sent)
            assert isinstance(validated(model, known.model_dump_json()), Document), (text, known)


def is_never_written(name: str, document: Any, known: BaseModel) -> bool:
    """The read schemas convert what they are given, as by them the domain only writes; what it writes is exact."""
    written = json.dumps(json.loads(known.model_dump_json()), sort_keys=True)  # as text: to Python, True equals 1
    return name in READS and written != json.dumps(document, sort_keys=True)


def is_counted_trimmed(error: ValidationError) -> bool:
    """The domain counts a title's characters without the white space around it; JSON Schema counts them all."""
    return all(
        problem["type"] == "string_too_long"
        and problem["loc"][-1] == "title"
        and len(problem["input"].strip()) <= TITLE
        for problem in error.errors()
    )


def test_every_model_has_its_counterpart() -> None:
    assert {"TaskCreate", "TaskUpdate", "TaskMove", "TaskRead", "TaskPage", "TaskLine", "ZonedDue"} <= PAIRS.keys()
    parts = {"Create", "Input", "Output", "Page", "Changed", "Operation"}
    assert set(schemas.__all__) - parts <= vars(models).keys()


@pytest.mark.parametrize("name", PAIRS)
@FAST
@given(st.data())
def test_what_the_domain_describes_is_taken_by_the_client(name: str, data: st.DataObject) -> None:
    schema, model = PAIRS[name]
    document = data.draw(conforming(schema))

    agree(name, document)
    assert isinstance(validated(model, json.dumps(document)), Document)


@pytest.mark.parametrize("name", PAIRS)
@FAST
@given(st.data())
def test_what_the_client_describes_is_judged_alike(name: str, data: st.DataObject) -> None:
    _, model = PAIRS[name]
    agree(name, data.draw(conforming(model)))


@pytest.mark.parametrize("name", PAIRS)
@FAST
@given(st.data())
def test_what_is_odd_is_judged_alike(name: str, data: st.DataObject) -> None:
    schema, _ = PAIRS[name]
    agree(name, data.draw(odd(schema)))


@pytest.mark.parametrize(
    "name", [name for name, (schema, _) in PAIRS.items() if "examples" in schema.model_json_schema()]
)
def test_every_odd_value_in_every_place(name: str) -> None:
    schema, _ = PAIRS[name]
    for document in schema.model_json_schema()["examples"]:
        for path in [*places(document), *((field,) for field in schema.model_fields), ("unknown",)]:
            for value in [*ODD, ...]:
                agree(name, replaced(document, path, value))


@pytest.mark.parametrize("sentence", BEYOND_JSON_SCHEMA)
def test_every_exception_is_needed(sentence: str) -> None:
    name, document = BEYOND_JSON_SCHEMA[sentence]
    schema, model = PAIRS[name]

    refused = validated(schema, json.dumps(document))

    assert isinstance(refused, ValidationError)
    assert sentences(refused) == {sentence}
    assert isinstance(validated(model, json.dumps(document)), Document)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.code)
def test_every_problem_can_be_read(fault: Any) -> None:
    problem = models.Problem.model_validate_json(Problem.of(fault).model_dump_json())

    assert problem.code == fault.code
