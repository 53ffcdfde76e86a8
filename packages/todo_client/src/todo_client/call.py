"""One request to the API, before it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from todo_client.document import Document


@dataclass(frozen=True, kw_only=True)
class Call:
    """A request, without who asks."""

    method: str
    path: str
    query: Mapping[str, Any] = field(default_factory=dict)
    body: Document | str | None = None
    """A document, or the JSON of one that was sent before and has to be sent as it was."""
    if_match: str | None = None
    if_none_match: str | None = None
    idempotency_key: str | None = None
    is_public: bool = False
    is_removal: bool = False
    """Whether, once it is done, there is nothing more to be found."""
    is_stream: bool = False
    longest_silence: float | None = None
    """Seconds between two parts of a stream; without it, what the client's other reads may take."""

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def is_repeatable(self) -> bool:
        """Whether it does no harm to send it again when it may have been carried out.

        Creates carry an id of the client's own, and everything else but PATCH is idempotent (RFC 9110, section
        9.2.2). A conditional write is not: carried out once, it is itself the change that makes a second one stale.
        With an idempotency key the API carries nothing out twice.
        """
        return self.idempotency_key is not None or (self.method != "PATCH" and self.if_match is None)

    @property
    def is_write(self) -> bool:
        return self.method != "GET"

    @property
    def headers(self) -> dict[str, str]:
        headers = {
            "If-Match": self.if_match,
            "If-None-Match": self.if_none_match,
            "Idempotency-Key": self.idempotency_key,
            "Content-Type": None if self.body is None else "application/json",
        }
        return {name: value for name, value in headers.items() if value is not None}
