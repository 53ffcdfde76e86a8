"""A SQLAlchemy statement, compiled once, to be run on asyncpg as a prepared statement."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar
from weakref import WeakSet

from sqlalchemy import Select
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.sql.compiler import SQLCompiler

_DIALECT = PGDialect_asyncpg()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves its dialects untyped

type Processor = Callable[[Any], Any]


class Statement:
    """SQL text and the order of its arguments.

    Every statement that is in use is in `registry`, so that a test can look at all of them.
    """

    registry: ClassVar[WeakSet["Statement"]] = WeakSet()

    def __init__(self, expression: Select[Any]) -> None:
        compiled = expression.compile(dialect=_DIALECT)
        if not isinstance(compiled, SQLCompiler):
            raise TypeError("only statements that take arguments are prepared")
        self.sql = str(compiled)
        self._arguments = [
            (name, compiled.binds[name].type.dialect_impl(_DIALECT).bind_processor(_DIALECT))
            for name in compiled.positiontup or ()
        ]
        self._constants = {name: bound.effective_value for name, bound in compiled.binds.items() if not bound.required}
        self.registry.add(self)

    @property
    def parameters(self) -> list[str]:
        """The arguments' names, in order."""
        return [name for name, *_ in self._arguments]

    def arguments(self, values: Mapping[str, Any]) -> list[Any]:
        """The arguments in the statement's order.

        Raises:
            KeyError: a parameter has neither a value nor a constant of its own.
        """
        if self._constants:
            values = {**values, **self._constants}
        return [values[name] if processor is None else processor(values[name]) for name, processor in self._arguments]
