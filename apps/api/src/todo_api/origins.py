"""Origins: the sites whose pages may read what the API answers, as their browsers name them."""

import re

_ORIGIN = re.compile(r"https?://([a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(:[1-9][0-9]{0,4})?")


def parse_origins(listed: str) -> tuple[str, ...]:
    """The origins in a list with commas.

    Raises:
        ValueError: one of them is none, or stands for many.
    """
    origins = tuple(origin.strip() for origin in listed.split(","))
    if "*" in origins:
        raise ValueError("has to name each origin: `*` would let the pages of every site read what users have")
    if not all(map(_ORIGIN.fullmatch, origins)):
        raise ValueError(
            "has to be a list of origins such as https://todo.example,http://localhost:5173: scheme and host in small"
            " letters, the port if it is not the scheme's own, and nothing behind it"
        )
    return origins
