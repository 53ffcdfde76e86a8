"""What the demo is written in: things by their names, days counted from today."""

from dataclasses import KW_ONLY, dataclass
from datetime import date, datetime, time, timedelta

from todo_domain.due import DateDue, Due, FloatingDue, ZonedDue
from todo_domain.types import Priority


@dataclass(frozen=True, kw_only=True)
class When:
    """A day so many days from today, perhaps at a time of day, perhaps on the clock of a place."""

    day: int
    at: time | None = None
    timezone: str | None = None

    def due(self, today: date) -> Due:
        day = today + timedelta(days=self.day)
        if self.at is None:
            return DateDue(kind="date", date=day)
        wall_clock = datetime.combine(day, self.at)
        if self.timezone is None:
            return FloatingDue(kind="floating", datetime=wall_clock)
        return ZonedDue(kind="zoned", datetime=wall_clock, timezone=self.timezone)


@dataclass(frozen=True)
class Todo:
    """A task; `deadline` counts days as `When` does."""

    title: str
    when: When | None = None
    _: KW_ONLY
    priority: Priority = Priority.NONE
    labels: tuple[str, ...] = ()
    notes: str = ""
    minutes: int | None = None
    deadline: int | None = None
    done: bool = False
    in_trash: bool = False
    subtasks: "tuple[Todo, ...]" = ()


@dataclass(frozen=True)
class Part:
    """A section."""

    name: str
    tasks: tuple[Todo, ...]


@dataclass(frozen=True)
class Plan:
    """A project: tasks of no section first."""

    name: str
    color: str
    tasks: tuple[Todo, ...]
    sections: tuple[Part, ...]
