"""Everything that is generated and committed."""

from todo_codegen import python_models, typescript
from todo_codegen.document import export
from todo_codegen.places import DOCUMENT, ROOT


def generate() -> dict[str, bytes]:
    """The contents of all generated files, by their paths from the repository's root.

    Raises:
        NodeUnavailable: there is no Node to generate them with.
    """
    document = export()
    return {DOCUMENT: document, **typescript.generate(document), **python_models.generate(document)}


def stale(generated: dict[str, bytes]) -> list[str]:
    """The paths of the files that are missing or other than generated."""
    return [path for path, content in generated.items() if committed(path) != content]


def committed(path: str) -> bytes | None:
    """What the file holds, if it is there."""
    file = ROOT / path
    return file.read_bytes() if file.is_file() else None


def write(path: str, content: bytes) -> None:
    file = ROOT / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
