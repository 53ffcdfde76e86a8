"""The statement that creates a task, as the API runs it and without what it does for the feed.

The variants are cut out of the API's own SQL text, so that they differ from it by nothing else.
"""

import re
from collections.abc import Mapping
from typing import Any

from todo_api.sql.statement import Statement
from todo_api.sql.tasks import create_task

_LOG = re.compile(
    r", \s*log_task_created AS \s*\((?P<body>INSERT INTO change .*? RETURNING change\.version)\)\s", re.DOTALL
)
_STAMP = re.compile(
    r"\(UPDATE account SET version=\(account\.version \+ 1\), .*? FROM seen (?P<guards>WHERE .*?)"
    r" RETURNING account\.version\)",
    re.DOTALL,
)
_UNSTAMPED = r"(SELECT account.version + 1 AS version FROM account, seen \g<guards>)"
_ARGUMENT = re.compile(r"\$(\d+)")


class Variant:
    """SQL that takes some of a statement's arguments."""

    def __init__(self, statement: Statement, sql: str) -> None:
        """The arguments are numbered anew: PostgreSQL takes none that it cannot tell the type of."""
        self._statement = statement
        self._kept = sorted({int(number) for number in _ARGUMENT.findall(sql)})
        self.sql = _ARGUMENT.sub(lambda found: f"${self._kept.index(int(found[1])) + 1}", sql)

    def arguments(self, values: Mapping[str, Any]) -> list[Any]:
        given = self._statement.arguments(values)
        return [given[number - 1] for number in self._kept]


def whole() -> Variant:
    """Moves the account's version, stamps the task with it, logs the change."""
    statement = create_task("inbox", labelled=False)
    return Variant(statement, statement.sql)


def unlogged() -> Variant:
    """No row in the log of changes."""
    statement = create_task("inbox", labelled=False)
    return Variant(statement, _cut(_LOG, " ", statement.sql))


def unstamped() -> Variant:
    """Nor does the account's version move: it is read, under the same conditions, and the row is left alone."""
    statement = create_task("inbox", labelled=False)
    return Variant(statement, _cut(_STAMP, _UNSTAMPED, _cut(_LOG, " ", statement.sql)))


def _cut(pattern: re.Pattern[str], replacement: str, sql: str) -> str:
    changed, count = pattern.subn(replacement, sql)
    if count != 1:
        raise LookupError(f"the statement that creates a task has changed: {pattern.pattern} is in it {count} times")
    return changed
