"""What the activity tells of a change is the difference between the documents before and after it."""

import json
from typing import Any
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from api.documents.belongings import ANY
from api.documents.clocks import told
from client import Client
from python_client.documents import conforming
from running import Api
from todo_domain import TaskCreate, TaskUpdate

STAMPS = {"updated_at", "version"}
PLACES = {"id", "project_id", "section_id", "parent_id"}


def sent(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    """What the model takes, without places: nothing but the inbox is there."""
    documents = conforming(model).map(lambda document: {key: document[key] for key in document if key not in PLACES})
    return documents.filter(lambda document: _is_valid(model, document))


def _is_valid(model: type[BaseModel], document: dict[str, Any]) -> bool:
    try:
        model.model_validate_json(json.dumps(document))
    except ValueError:  # JSON Schema is less than Python
        return False
    return True


@ANY
@given(create=sent(TaskCreate), update=sent(TaskUpdate))
async def test_of_any_patch(plain_api: Api, create: dict[str, Any], update: dict[str, Any]) -> None:
    user_id = f"ada-{uuid4()}"
    async with plain_api.http(user_id) as http:
        ada = Client(http, user_id)
        before = (await ada.post("/v1/tasks", json=create)).json()
        path = f"/v1/tasks/{before['id']}"
        after = (await ada.patch(path, json=update)).json()
        newest, *_ = (await ada.get(f"{path}/activity")).json()["items"]

    differences = {
        name: (told({name: before[name]}), told({name: after[name]}))
        for name in before
        if name not in STAMPS and before[name] != after[name]
    }
    fields = {
        field["field"]: (told({field["field"]: field["old"]}), told({field["field"]: field["new"]}))
        for field in (newest["fields"] if newest["op"] == "updated" else [])
    }
    assert fields == differences
    assert list(fields) == list(differences), "in the order of the document"
