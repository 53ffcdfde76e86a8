"""The data folder: where it is, and the secrets in it."""

import os
import secrets
from pathlib import Path

from platformdirs import user_data_path

from todo_api.cli.refusal import Refused
from todo_api.settings import SECRET_BYTES


def data_folder(data: Path | None) -> Path:
    """The folder asked for with `--data`, or else the platform's place for a user's data."""
    return (data or user_data_path("todo")).expanduser().resolve()


def development_secret(folder: Path) -> str:
    """The secret that signs development tokens.

    Raises:
        Refused: it can be neither read nor made.
    """
    return kept_secret(folder, "development-secret")


def kept_secret(folder: Path, name: str) -> str:
    """A secret in a file of the folder: made once, so that what it has signed outlives the server that signed it.

    Raises:
        Refused: it can be neither read nor made.
    """
    path = folder / name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            _make(path)
        return path.read_text().strip()
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        raise Refused(f"The data folder {folder} cannot be used: {error.strerror}{place}.") from error


def _make(path: Path) -> None:
    # Written under another name first: two commands that start at once must not each see half of it, or two of them.
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(f"{secrets.token_hex(SECRET_BYTES)}\n")
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return
    finally:
        draft.unlink()
