"""Idempotency keys: a write that is sent again is answered again, and not done again.

After the IETF's draft on the Idempotency-Key header field. What is kept are successes: a request that was refused
changed nothing, so that it may just as well be looked at again.
"""

import json
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from todo_api.services.outcome import Document, Overtaken
from todo_api.services.work import Work
from todo_api.sql.answers import FIND_ANSWER, KEEP_ANSWER
from todo_domain.errors import KeyReused, StillRunning

KEPT = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Once:
    """The key of one request and the digest of all that it says."""

    key: str
    request_hash: bytes

    async def answer(self, work: Work) -> Document | None:
        """What was answered before; None if this is the first time, and then nobody else can begin.

        Raises:
            KeyReused: the key belongs to another request.
            StillRunning: somebody else has begun and not ended.
        """
        row = await work.row(FIND_ANSWER, key=self.key, kept_since=work.now - KEPT)
        if row["request_hash"] is None:
            if not row["alone"]:
                raise StillRunning
            return None
        if row["request_hash"] != self.request_hash:
            raise KeyReused
        facts = json.loads(row["facts"])
        return Document(
            row["body"],
            facts["version"],
            facts["change_id"],
            None if facts["entity_id"] is None else UUID(facts["entity_id"]),
            is_new=facts["is_new"],
            is_replayed=True,
        )

    async def keep(self, work: Work, document: Document) -> None:
        facts = {
            "version": document.version,
            "change_id": document.change_id,
            "entity_id": None if document.entity_id is None else str(document.entity_id),
            "is_new": document.is_new,
        }
        row = await work.row(
            KEEP_ANSWER,
            key=self.key,
            request_hash=self.request_hash,
            body=document.body,
            facts=facts,
            kept_since=work.now - KEPT,
        )
        if not row["kept"]:
            raise Overtaken
