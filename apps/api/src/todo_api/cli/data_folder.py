"""The data folder: where it is, and the development secret in it."""

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
    """The secret that signs development tokens: made once, so that a token outlives the server that printed it.

    Raises:
        Refused: it can be neither read nor made.
    """
    path = folder / "development-secret"
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
