"""Why there is no embedded PostgreSQL."""

from pathlib import Path


class EmbeddedUnavailable(Exception):
    """It cannot be used; the message is a sentence for whoever sits at the terminal."""


class EmbeddedMissing(EmbeddedUnavailable):
    """It is not installed, or not made for this platform."""


class FolderInUse(EmbeddedUnavailable):
    """Another process serves this data folder."""

    def __init__(self, folder: Path, command: str, process: int) -> None:
        super().__init__(
            f"A `{command}` is running on the data folder {folder} (process {process});"
            " end it first, or choose another folder with --data."
        )


def folder_unusable(folder: Path, error: OSError) -> EmbeddedUnavailable:
    place = f" ({error.filename})" if error.filename and str(error.filename) != str(folder) else ""
    return EmbeddedUnavailable(f"The data folder {folder} cannot be used: {error.strerror}{place}.")
