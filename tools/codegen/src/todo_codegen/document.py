"""The OpenAPI document, exported from the application as it is built, without a database and without an environment."""

import json

from todo_api.app import create_app
from todo_api.settings import Settings

_SETTINGS = {
    "DATABASE_URL": "postgresql://nobody@localhost/nowhere",
    "TODO_DEVELOPMENT_SECRET": "signs nothing, as no request is ever served",
}


def export() -> bytes:
    """The document as JSON, the same bytes wherever and whenever they are made: sorted, indented, in ASCII."""
    document = create_app(Settings.from_environment(_SETTINGS)).openapi()
    return json.dumps(document, indent=2, sort_keys=True).encode() + b"\n"
