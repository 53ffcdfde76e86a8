"""Where the contract's files are, from the repository's root."""

from pathlib import Path

ROOT = Path(__file__).parents[4]
DOCUMENT = "packages/todo_contract/openapi.json"
TYPES = "packages/todo_contract/src/schema.ts"
RELEASED = "packages/todo_contract/released/openapi.json"
SOURCES = ("packages/todo_contract", "packages/todo_domain/src", "apps/api/src", "apps/api/pyproject.toml")
"""What the document is made of, and where it is kept."""
NODE = "tools/codegen/node"
