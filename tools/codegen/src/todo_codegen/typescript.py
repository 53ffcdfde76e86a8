"""The TypeScript types, generated from the document."""

from todo_api.embedded.node import NodeProject
from todo_codegen.places import NODE, ROOT, TYPES


def generate(document: bytes) -> dict[str, bytes]:
    """The generated files' contents, by their paths from the repository's root.

    Raises:
        NodeUnavailable: there is no Node to generate them with.
    """
    project = NodeProject(ROOT / NODE)
    project.install()
    return {TYPES: project.run("node", "generate.mjs", input=document)}
