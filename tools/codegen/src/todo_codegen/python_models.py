"""The models of the Python client, generated from the document."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from datamodel_code_generator import GenerateConfig, InputFileType, LiteralType, PythonVersion, TargetPydanticVersion
from datamodel_code_generator import generate as generate_code
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import Formatter
from datamodel_code_generator.validators import ModelValidators, ValidatorDefinition

from todo_codegen.places import ROOT
from todo_codegen.refusal import Refusal

type Schema = dict[str, Any]

MODELS = "packages/todo_client/src/todo_client/models.py"
QUERIES = "packages/todo_client/src/todo_client/queries.py"
FORMATS = {
    ("date", True): "Day",
    ("date-time", False): "Instant",
    ("date-time-local", True): "WallClock",
    ("uuid", False): "Id",
    ("uuid", True): "OwnId",
}
"""The type in `todo_client.formats` for each format of the document, as it is or narrowed by a pattern."""

_REFERENCE = "#/components/schemas/"
_MADE_BY = "Made by `uv run codegen` from packages/todo_contract/openapi.json; not to be edited."
_NOISE = {"title", "examples"}
"""Pydantic's own wording of a field's name, and what nobody reads in a type."""


class UnknownFormat(Refusal):
    """The document has text of a format for which the client has no type."""

    def __init__(self, schema: Schema) -> None:
        narrowed = " narrowed by a pattern" if "pattern" in schema else ""
        super().__init__(
            f"The document has text of the format {schema['format']}{narrowed}, which the Python client does not know: "
            "give it a type in todo_client/formats.py and name that in FORMATS of todo_codegen/python_models.py."
        )


def generate(document: bytes) -> dict[str, bytes]:
    """The generated files' contents, by their paths from the repository's root.

    Raises:
        UnknownFormat: the document has text of a format for which the client has no type.
    """
    contract = json.loads(document)
    models = dict(_models(contract))
    formats = {name: f"todo_client.formats.{name}" for name in FORMATS.values()}
    return {
        MODELS: _formatted(MODELS, _model_code(models, formats)),
        QUERIES: _formatted(
            QUERIES,
            _query_code(dict(_queries(contract)), formats | {name: f"todo_client.models.{name}" for name in models}),
        ),
    }


def _models(contract: Schema) -> Iterator[tuple[str, Schema]]:
    """The schemas by their names; what has no name of its own and is worth one gets it."""
    for name, schema in contract["components"]["schemas"].items():
        model = _plain(schema)
        for field, value in model.get("properties", {}).items():
            if "enum" in value:
                own_name = f"{name}{field.title()}"
                yield own_name, {key: value[key] for key in value if key != "default"}
                model["properties"][field] = {key: value[key] for key in value if key not in {"type", "enum"}} | {
                    "$ref": _REFERENCE + own_name
                }
        yield name, model


def _queries(contract: Schema) -> Iterator[tuple[str, Schema]]:
    """The query parameters of each operation that has some, as an object of the operation's name."""
    for path in contract["paths"].values():
        for operation in path.values():
            parameters = [parameter for parameter in operation.get("parameters", ()) if parameter.get("in") == "query"]
            if parameters:
                fields = {parameter["name"]: _unbounded(parameter) for parameter in parameters}
                name = operation["operationId"].title().replace("_", "")
                yield f"{name}Query", {"type": "object", "properties": fields}


def _unbounded(parameter: Schema) -> Schema:
    """A parameter's schema without its bounds, as it is the API that checks them."""
    schema = _plain(parameter["schema"]) | {"description": parameter["description"]}
    if "items" in schema:
        schema["items"] = {key: value for key, value in schema["items"].items() if key in {"type", "$ref"}}
    return schema


def _plain(schema: Schema) -> Schema:
    """A schema without noise, and with a reference to the client's own type wherever it has a format."""
    if schema.get("type") == "string" and "format" in schema:
        if (name := FORMATS.get((schema["format"], "pattern" in schema))) is None:
            raise UnknownFormat(schema)
        return {"$ref": _REFERENCE + name} | {key: schema[key] for key in ("description", "default") if key in schema}
    plain = {key: value for key, value in schema.items() if key not in _NOISE}
    for key, value in plain.items():
        match key, value:
            case "properties", dict():
                plain[key] = {name: _plain(field) for name, field in value.items()}
            case "anyOf" | "oneOf", list():
                plain[key] = [_plain(kind) for kind in value]
            case "items", dict():
                plain[key] = _plain(value)
    return plain


def _model_code(models: Mapping[str, Schema], elsewhere: Mapping[str, str]) -> str:
    return _code(
        models,
        elsewhere,
        "What is sent and what comes back.",
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_pydantic_version=TargetPydanticVersion.V2_14,
        base_class="todo_client.document.Document",
        field_constraints=True,
        strict_nullable=True,
        use_annotated=True,
        use_missing_sentinel=True,
        use_type_alias=True,
        validators=dict(_validators(models)),
    )


def _validators(models: Mapping[str, Schema]) -> Iterator[tuple[str, ModelValidators]]:
    """Of lists whose items are unique: the generator by itself would make them sets, which have no order."""
    for name, schema in models.items():
        lists = [field for field, value in schema.get("properties", {}).items() if value.get("uniqueItems")]
        if lists:
            distinct = ValidatorDefinition(fields=lists, function="todo_client.formats.distinct")
            yield name, ModelValidators(validators=[distinct])


def _query_code(queries: Mapping[str, Schema], elsewhere: Mapping[str, str]) -> str:
    return _code(
        queries,
        elsewhere,
        "What lists can be asked for.",
        output_model_type=DataModelType.TypingTypedDict,
        use_total_false_for_typed_dict=True,
    )


def _code(schemas: Mapping[str, Schema], elsewhere: Mapping[str, str], title: str, **options: Any) -> str:
    """Code for the schemas; those that are to be found `elsewhere` are imported from there."""
    every_schema = {name: {"type": "string"} for name in elsewhere} | dict(schemas)
    code = generate_code(
        json.dumps({"openapi": "3.1.0", "paths": {}, "components": {"schemas": every_schema}}),
        config=GenerateConfig(
            input_file_type=InputFileType.OpenAPI,
            target_python_version=PythonVersion.PY_313,
            type_overrides=dict(elsewhere),
            custom_file_header=f'"""{title}\n\n{_MADE_BY}\n"""',
            disable_future_imports=True,
            disable_timestamp=True,
            enum_field_as_literal=LiteralType.All,
            formatters=[Formatter.BUILTIN],
            use_field_description=True,
            use_schema_description=True,
            use_single_line_docstring=True,
            **options,
        ),
    )
    if not isinstance(code, str):
        raise TypeError("The code of one document is one file.")
    return code


def _formatted(path: str, code: str) -> bytes:
    """The code as the repository's own settings want it."""
    stdin = ("--quiet", "--stdin-filename", str(ROOT / path), "-")
    checked = _ruff("check", "--select=I,D212", "--fix", *stdin, code=code.encode())
    return _ruff("format", *stdin, code=checked)


def _ruff(*arguments: str, code: bytes) -> bytes:
    ruff = [sys.executable, "-m", "ruff", *arguments]
    return subprocess.run(ruff, input=code, stdout=subprocess.PIPE, check=True).stdout  # noqa: S603  # our own ruff
