"""What a baseline is told from outside."""

import os
from dataclasses import dataclass, field
from typing import Self

POOL_SIZE = 10


@dataclass(frozen=True)
class Environment:
    """Where the database is, and the secret that tokens are signed with."""

    database_url: str = field(repr=False)
    secret: str = field(repr=False)

    @classmethod
    def read(cls) -> Self:
        """Raises KeyError where a variable is missing."""
        return cls(os.environ["DATABASE_URL"], os.environ["TODO_DEVELOPMENT_SECRET"])
