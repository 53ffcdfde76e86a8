"""Which write an undo belongs to, so that what was undone stands in nobody's way.

Adds only what the version before knows nothing of, so that it can go on running.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("change", sa.Column("undoes", sa.BigInteger))


def downgrade() -> None:
    op.drop_column("change", "undoes")
