"""How many tasks a user has, as of a version of the account, so that a create need not count them.

Adds only what the version before knows nothing of, so that it can go on running.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("account", sa.Column("task_count", sa.Integer))
    op.add_column("account", sa.Column("counted_version", sa.BigInteger))


def downgrade() -> None:
    op.drop_column("account", "counted_version")
    op.drop_column("account", "task_count")
