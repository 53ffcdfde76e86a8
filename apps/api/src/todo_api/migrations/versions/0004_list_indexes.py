"""Indexes for lists by priority, and for those of a section or of a task's subtasks in their order.

The two that are replaced are dropped when the new ones are there: there is no moment without either. Nothing in the
version before knows them by name.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

PLACES = ("section_id", "parent_id")


def upgrade() -> None:
    with op.get_context().autocommit_block():  # nobody's writes may wait for an index
        # It waits for all older transactions and nobody waits for it; broken off, it would leave half an index.
        op.execute("SET lock_timeout = 0")
        create_index("user_id", "priority", "id", where="deleted_at IS NULL")
        for place in PLACES:
            create_index("user_id", place, "position", "id", where=f"{place} IS NOT NULL")
            drop_index("user_id", place)
        op.execute("RESET lock_timeout")


def downgrade() -> None:
    with op.get_context().autocommit_block():
        for place in PLACES:
            create_index("user_id", place, where=f"{place} IS NOT NULL")
            drop_index("user_id", place, "position", "id")
        drop_index("user_id", "priority", "id")


def create_index(*columns: str, where: str) -> None:
    """Also where a step that was broken off has left half of it behind."""
    drop_index(*columns)
    condition = sa.text(where)
    op.create_index(name_of(columns), "task", list(columns), postgresql_where=condition, postgresql_concurrently=True)


def drop_index(*columns: str) -> None:
    op.drop_index(name_of(columns), "task", if_exists=True, postgresql_concurrently=True)


def name_of(columns: tuple[str, ...]) -> str:
    return op.f(f"ix_task_{'_'.join(columns)}")
