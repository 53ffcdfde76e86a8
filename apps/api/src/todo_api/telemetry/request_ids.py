"""Request ids: the caller's if it has a good one, and else one of ours, so that an answer can be found in the logs."""

import random
import re
from collections.abc import Iterable
from contextvars import ContextVar

HEADER = "X-Request-Id"
REQUEST_ID: ContextVar[bytes | None] = ContextVar("request_id", default=None)
"""That of the request which is being answered, for whatever is logged meanwhile."""

_NAME = HEADER.lower().encode()
_GOOD = re.compile(rb"[A-Za-z0-9._~+/=:@-]{1,128}")
"""What ids are commonly made of (UUIDs, base64, what proxies send), and nothing that a log could trip over."""


def request_id_of(headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """The id that the request comes with, if it has one and can be trusted to be nothing but an id; else a new one."""
    for name, value in headers:
        if name == _NAME and _GOOD.fullmatch(value):
            return value
    return b"%032x" % random.getrandbits(128)  # it has to be unique, and is no secret
