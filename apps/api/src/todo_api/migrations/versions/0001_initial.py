"""The tables of accounts, projects, sections, labels and tasks, and the log of their changes.

Written out in full and never edited: a database that took this step has exactly what is written here. That includes the
bounds, which have since lived in `todo_domain.types`.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, BYTEA

revision = "0001"
down_revision = None

KEY = sa.Text(collation="C")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    create_account()
    create_change()
    create_label()
    create_project()
    create_section()
    create_task()


def downgrade() -> None:
    for table in ("task", "section", "project", "label", "change", "account"):
        op.drop_table(table)


def create_account() -> None:
    op.create_table(
        "account",
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("timezone", sa.Text, nullable=False),
        sa.Column("inbox_id", sa.Uuid, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_account")),
        check("account", "user_id_length", "char_length(user_id) BETWEEN 1 AND 255"),
        check("account", "timezone_length", "char_length(timezone) BETWEEN 0 AND 64"),
    )


def create_change() -> None:
    op.create_table(
        "change",
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("entity", sa.Text, nullable=False),
        sa.Column("entity_id", sa.Uuid, nullable=False),
        sa.Column("op", sa.Text, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("user_id", "version", "entity", "entity_id", name=op.f("pk_change")),
        owner("change"),
    )


def create_label() -> None:
    op.create_table(
        "label",
        *owned("label"),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("color", sa.Text),
        sa.Column("position", KEY, nullable=False),
        sa.UniqueConstraint("user_id", "key", name=op.f("uq_label_name")),
        check("label", "name_length", "char_length(name) BETWEEN 1 AND 100"),
    )
    index("label", "user_id", "position", "id")


def create_project() -> None:
    op.create_table(
        "project",
        *owned("project"),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("color", sa.Text),
        sa.Column("archived", sa.Boolean, nullable=False),
        sa.Column("is_inbox", sa.Boolean, nullable=False),
        sa.Column("position", KEY, nullable=False),
        sa.Column("deleted_at", INSTANT),
        check("project", "name_length", "char_length(name) BETWEEN 1 AND 120"),
        check("project", "inbox_stays", "NOT (is_inbox AND (archived OR deleted_at IS NOT NULL))"),
    )
    index("project", "user_id", "position", "id", where="deleted_at IS NULL")


def create_section() -> None:
    op.create_table(
        "section",
        *owned("section"),
        sa.Column("project_id", sa.Uuid, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("position", KEY, nullable=False),
        sa.Column("deleted_at", INSTANT),
        within("section", "project", "project_id"),
        check("section", "name_length", "char_length(name) BETWEEN 1 AND 120"),
    )
    index("section", "user_id", "project_id", "position", "id")


def create_task() -> None:
    op.create_table(
        "task",
        *owned("task"),
        sa.Column("project_id", sa.Uuid, nullable=False),
        sa.Column("section_id", sa.Uuid),
        sa.Column("parent_id", sa.Uuid),
        sa.Column("depth", sa.SmallInteger, nullable=False),
        sa.Column("position", KEY, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("priority", sa.SmallInteger, nullable=False),
        sa.Column("labels", ARRAY(sa.Text), nullable=False),
        sa.Column("due_kind", sa.Text),
        sa.Column("due_at", sa.DateTime(timezone=False)),
        sa.Column("due_timezone", sa.Text),
        sa.Column("start_date", sa.Date),
        sa.Column("deadline_date", sa.Date),
        sa.Column("duration_minutes", sa.Integer),
        sa.Column("completed_at", INSTANT),
        sa.Column("deleted_at", INSTANT),
        within("task", "project", "project_id"),
        within("task", "section", "section_id"),
        within("task", "task", "parent_id"),
        check("task", "title_length", "char_length(title) BETWEEN 1 AND 500"),
        check("task", "notes_length", "char_length(notes) BETWEEN 0 AND 16384"),
        check("task", "priority_rank", "priority BETWEEN 0 AND 4"),
        check("task", "depth", "depth BETWEEN 1 AND 5"),
        check("task", "labels_count", "cardinality(labels) <= 50"),
        check("task", "duration_positive", "duration_minutes > 0"),
        check(
            "task",
            "due_kind",
            "(due_kind IS NULL) = (due_at IS NULL)"
            " AND (due_timezone IS NOT NULL) = (due_kind IS NOT DISTINCT FROM 'zoned')"
            " AND coalesce(due_kind IN ('date', 'floating', 'zoned'), true)",
        ),
    )
    index("task", "user_id", "position", "id")
    index("task", "user_id", "project_id", "position", "id")
    index("task", "user_id", "section_id", where="section_id IS NOT NULL")
    index("task", "user_id", "parent_id", where="parent_id IS NOT NULL")
    index("task", "user_id", "created_at", "id", where="deleted_at IS NULL")
    index("task", "user_id", "deleted_at", "id", where="deleted_at IS NOT NULL")
    op.create_index(
        "ix_task_due",
        "task",
        ["user_id", sa.text("coalesce(due_at, 'infinity'::timestamp)"), "id"],
        postgresql_where=sa.text("deleted_at IS NULL"),
    )


def owned(table: str) -> list[Any]:
    """What each row that belongs to a user has: its keys, its stamps, and the account it goes with."""
    return [
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("request_hash", BYTEA),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f(f"pk_{table}")),
        owner(table),
    ]


def owner(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_account")
    return sa.ForeignKeyConstraint(["user_id"], ["account.user_id"], name=name, ondelete="CASCADE")


def within(table: str, other: str, column: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{other}")
    return sa.ForeignKeyConstraint(["user_id", column], [f"{other}.user_id", f"{other}.id"], name=name)


def check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def index(table: str, *columns: str, where: str | None = None) -> None:
    name = op.f(f"ix_{table}_{'_'.join(columns)}")
    op.create_index(name, table, list(columns), postgresql_where=sa.text(where) if where else None)
