"""What may know what."""

import json
import subprocess
import sys
from collections.abc import Iterator
from http import HTTPStatus

import pytest
from pydantic import BaseModel

from todo_api.problems import STATUS, fault_of
from todo_domain import schemas
from todo_domain.errors import CapReached, DomainError, NotFound

FOREIGN_TO_THE_DOMAIN = ("fastapi", "starlette", "uvicorn", "asyncpg", "alembic", "httpx2", "jwt", "todo_api")
FOREIGN_TO_A_WORKER = ("alembic", "mako", "redis", "opentelemetry.sdk", "typer", "rich")
WITH_EXAMPLES = [
    schema
    for name in schemas.__all__
    if isinstance(schema := getattr(schemas, name), type)
    and issubclass(schema, BaseModel)
    and schema.model_config.get("json_schema_extra")
]


def test_the_domain_needs_no_web_framework_and_no_driver() -> None:
    imported = imported_with("todo_domain")
    assert [name for name in FOREIGN_TO_THE_DOMAIN if name in imported] == []


def test_a_worker_keeps_nothing_in_memory_that_it_does_not_use() -> None:
    imported = imported_with("todo_api.app")
    assert [name for name in FOREIGN_TO_A_WORKER if name in imported] == []


def imported_with(module: str) -> list[str]:
    imported = subprocess.run(
        [sys.executable, "-c", f"import sys, {module}; print(*sys.modules)"], check=True, capture_output=True, text=True
    ).stdout.split()
    assert module in imported
    return imported


def test_every_domain_error_has_its_status() -> None:
    assert set(STATUS) == {error for error in kinds(DomainError) if error not in {NotFound, CapReached}}
    assert all(STATUS[error] is HTTPStatus.NOT_FOUND for error in kinds(NotFound))
    assert len({fault_of(error).code for error in STATUS}) == len(STATUS)


def kinds(error: type[DomainError]) -> Iterator[type[DomainError]]:
    for kind in error.__subclasses__():
        yield kind
        yield from kinds(kind)


def test_every_document_has_an_example() -> None:
    documents = {name for name in schemas.__all__ if name.endswith(("Create", "Update", "Read", "Page", "Move"))}
    assert documents - {"Create", "Page"} <= {schema.__name__ for schema in WITH_EXAMPLES}


@pytest.mark.parametrize("schema", WITH_EXAMPLES)
def test_examples_are_what_they_are_examples_of(schema: type[BaseModel]) -> None:
    (example,) = schema.model_json_schema()["examples"]
    schema.model_validate_json(json.dumps(example))
