"""The API's tables as Django's models; their schema is the API's business."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from todo_domain.due import Due, due_from_columns
from todo_domain.types import Priority, Status

_PRIORITIES = dict(enumerate(Priority))


class Account(models.Model):  # noqa: DJ008  nobody prints it
    user_id = models.TextField(primary_key=True)
    inbox_id = models.UUIDField()

    class Meta:
        managed = False
        db_table = "account"


class Task(models.Model):  # noqa: DJ008  nobody prints it
    pk = models.CompositePrimaryKey("user_id", "id")
    user_id = models.TextField()
    id = models.UUIDField()
    version = models.BigIntegerField(default=1)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    project_id = models.UUIDField()
    section_id = models.UUIDField(null=True)
    parent_id = models.UUIDField(null=True)
    depth = models.SmallIntegerField(default=1)
    position = models.TextField()
    title = models.TextField()
    notes = models.TextField()
    rank = models.SmallIntegerField(db_column="priority")
    labels = ArrayField(models.TextField())
    due_kind = models.TextField(null=True)  # noqa: DJ001  the table tells no date from an empty one by NULL
    due_at = models.DateTimeField(null=True)
    due_timezone = models.TextField(null=True)  # noqa: DJ001  as due_kind
    start_date = models.DateField(null=True)
    deadline_date = models.DateField(null=True)
    duration_minutes = models.IntegerField(null=True)
    completed_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        managed = False
        db_table = "task"

    @property
    def priority(self) -> Priority:
        return _PRIORITIES[self.rank]

    @property
    def due(self) -> Due | None:
        return due_from_columns(self.due_kind, self.due_at, self.due_timezone)

    @property
    def status(self) -> Status:
        return Status.OPEN if self.completed_at is None else Status.COMPLETED
