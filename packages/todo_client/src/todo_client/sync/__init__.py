"""A copy of one user's things that keeps itself up to date, and a queue of writes that outlives the network."""

from todo_client.sync.changed import KINDS, Changed, Kind
from todo_client.sync.feed import Status
from todo_client.sync.memory import MemoryStorage
from todo_client.sync.outbox import Outbox
from todo_client.sync.owner import ForeignStorage
from todo_client.sync.pace import Pace
from todo_client.sync.storage import Storage
from todo_client.sync.synced import Sync
from todo_client.sync.things import Thing, Things
from todo_client.sync.updates import Updates
from todo_client.sync.write import Bundle, Conflict, Write

__all__ = [
    "KINDS",
    "Bundle",
    "Changed",
    "Conflict",
    "ForeignStorage",
    "Kind",
    "MemoryStorage",
    "Outbox",
    "Pace",
    "Status",
    "Storage",
    "Sync",
    "Thing",
    "Things",
    "Updates",
    "Write",
]
