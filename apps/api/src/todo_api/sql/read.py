"""Reading one row."""

from sqlalchemy import Table, select

from todo_api.sql.statement import Statement
from todo_api.sql.tables import value
from todo_api.sql.write import ID, document, own
from todo_domain.schemas import Output


def read_one(table: Table, read: type[Output]) -> Statement:
    """The row's version and its document; both NULL where there is none."""
    row = own(table, table.c.id == ID).cte("row")
    return Statement(select(value(row, "version").label("version"), document(read, row).label("document")))
