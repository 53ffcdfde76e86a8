"""What a change was about, for the feed, the activity and undo; and the answers kept under idempotency keys.

Adds only what the version before knows nothing of, so that it can go on running.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import BYTEA, JSONB

revision = "0002"
down_revision = "0001"

KEY = sa.Text(collation="C")
INDEX = "ix_change_user_id_entity_entity_id_version"


def upgrade() -> None:
    # What comes before the index is committed before it is there: if that fails, this runs again.
    for column in (sa.Column("client", sa.Text), sa.Column("before", JSONB), sa.Column("after", JSONB)):
        op.add_column("change", column, if_not_exists=True)
    op.create_table(
        "answer",
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("request_hash", BYTEA, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", BYTEA, nullable=False),
        sa.Column("facts", JSONB, nullable=False),
        sa.PrimaryKeyConstraint("user_id", "key", name=op.f("pk_answer")),
        sa.ForeignKeyConstraint(["user_id"], ["account.user_id"], name=op.f("fk_answer_account"), ondelete="CASCADE"),
        sa.CheckConstraint("char_length(key) BETWEEN 1 AND 255", name=op.f("ck_answer_key_length")),
        if_not_exists=True,
    )
    with op.get_context().autocommit_block():  # every write adds to this table: none may wait for its index
        # It waits for all older transactions and nobody waits for it; broken off, it would leave half an index.
        op.execute("SET lock_timeout = 0")
        op.drop_index(INDEX, "change", postgresql_concurrently=True, if_exists=True)
        op.create_index(
            op.f(INDEX), "change", ["user_id", "entity", "entity_id", "version"], postgresql_concurrently=True
        )
        op.execute("RESET lock_timeout")


def downgrade() -> None:
    op.drop_table("answer")
    op.drop_index(INDEX, "change")
    for column in ("after", "before", "client"):
        op.drop_column("change", column)
