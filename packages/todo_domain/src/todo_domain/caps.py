"""How much one user may have."""

from typing import NamedTuple


class Caps(NamedTuple):
    """The most that one user may have of each kind, counted as it is stored: with the trash, and with the inbox."""

    most_tasks: int = 50_000
    most_projects: int = 1_000
    most_sections: int = 5_000
    most_labels: int = 1_000


CAPS = Caps()
