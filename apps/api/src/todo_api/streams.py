"""What the OpenAPI document tells of bodies that are not one JSON document but many."""

import json
from typing import Any

from todo_api import export, live
from todo_api.live.step import BEGINNING, HEARTBEAT, PULL
from todo_api.problems import reference
from todo_domain.schemas import AccountLine, Changes, LabelLine, ProjectLine, SectionLine, TaskLine

_LINES = (AccountLine, ProjectLine, SectionLine, LabelLine, TaskLine)


def describe_streams(response: dict[str, Any]) -> None:
    """Complete a response that is a stream; others stay as they are."""
    content = response.get("content", {})
    if export.MEDIA_TYPE in content:
        content[export.MEDIA_TYPE] = _stream("One of these a line.", "ExportLine", _example_of_lines())
    if live.MEDIA_TYPE in content:
        description = "Server-sent events; the data of those that are called `changes` are one of these each."
        content[live.MEDIA_TYPE] = _stream(description, "Changes", _example_of_events())
        response["headers"] = {live.BUFFERING: reference("headers", live.BUFFERING)}


def _stream(description: str, document: str, example: str) -> dict[str, Any]:
    schema = {"type": "string", "description": description, "contentSchema": reference("schemas", document)}
    return {"schema": schema, "example": example}


def _example_of_lines() -> str:
    schemas = (line.model_json_schema(mode="serialization") for line in _LINES)
    return "".join(f"{json.dumps(schema['examples'][0])}\n" for schema in schemas)


def _example_of_events() -> str:
    (page,) = Changes.model_json_schema(mode="serialization")["examples"]
    changes = f"event: changes\nid: {page['next_cursor']}\ndata: {json.dumps(page)}\n\n"
    return (BEGINNING + HEARTBEAT).decode() + changes + PULL.decode()
