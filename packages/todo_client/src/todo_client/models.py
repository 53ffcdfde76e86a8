"""What is sent and what comes back.

Made by `uv run codegen` from packages/todo_contract/openapi.json; not to be edited.
"""

from typing import Annotated, Any, Literal

from pydantic import MISSING, ConfigDict, Field, ValidationInfo, field_validator

from todo_client.document import Document
from todo_client.formats import Day, Id, Instant, OwnId, WallClock, distinct


class AccountRead(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    created_at: Instant
    inbox_id: Id
    timezone: Annotated[str, Field(max_length=64)]
    updated_at: Instant
    user_id: Annotated[str, Field(max_length=255, min_length=1, pattern="^[\\x20-\\x7e]+$")]
    version: Annotated[int, Field(ge=1, le=9007199254740991)]


class AccountUpdate(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    timezone: Annotated[str | MISSING, Field(max_length=64)] = MISSING


type NextCursor = Annotated[str, Field(max_length=4096)]


type Client = Annotated[str, Field(max_length=100, min_length=1, pattern="^[\\x20-\\x7e]+$")]
"""What the client called itself in `Client-Name`."""


type BatchMode = Literal["atomic", "each"]
"""All of them or, if one cannot be done, none; or each that can be done."""


type ChangeId = Annotated[int, Field(ge=1, le=9007199254740991)]
"""The change that was made, if any; it can be undone."""


type Version = Annotated[int, Field(ge=1, le=9007199254740991)]
"""The current one; null where there is none any more."""


class CompleteTask(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    id: Id
    if_match: Annotated[int | MISSING, Field(ge=1, le=9007199254740991)] = MISSING
    """Do it only if this is the version; otherwise its problem is stale_version."""
    op: Literal["complete_task"]


class DateDue(Document):
    """Due on a day."""

    model_config = ConfigDict(
        extra="forbid",
    )
    date: Day
    kind: Literal["date"]


class DeleteLabel(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    id: Id
    if_match: Annotated[int | MISSING, Field(ge=1, le=9007199254740991)] = MISSING
    """Do it only if this is the version; otherwise its problem is stale_version."""
    op: Literal["delete_label"]


class DeleteSection(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    id: Id
    if_match: Annotated[int | MISSING, Field(ge=1, le=9007199254740991)] = MISSING
    """Do it only if this is the version; otherwise its problem is stale_version."""
    op: Literal["delete_section"]


type FieldProblemLocation = Literal["body", "query", "path", "header"]


class FieldProblem(Document):
    """What is wrong with one part of a request."""

    model_config = ConfigDict(
        extra="forbid",
    )
    detail: str
    location: FieldProblemLocation
    pointer: Annotated[str, Field(max_length=200)]
    """JSON Pointer (RFC 6901) to the part."""


class FloatingDue(Document):
    """Due at a time of day, wherever the user is."""

    model_config = ConfigDict(
        extra="forbid",
    )
    datetime: WallClock
    kind: Literal["floating"]


class Health(Document):
    status: Literal["ok"]


type JsonValue = Any


type Kind = Literal["account", "project", "section", "label", "task"]


type Color = Annotated[str, Field(max_length=7, pattern="^#[0-9a-fA-F]{6}$")]


class LabelCreate(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    color: Color | None = None
    id: OwnId | MISSING = MISSING
    """A UUIDv7 of your own making: the same create sent twice then makes one thing."""
    name: Annotated[
        str,
        Field(
            max_length=100,
            min_length=1,
            pattern="^[^\\x00]*[^\\x00\\x1c-\\x1f\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000][^\\x00]*$",
        ),
    ]


class LabelRead(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    color: Color | None
    created_at: Instant
    id: Id
    name: Annotated[
        str,
        Field(
            max_length=100,
            min_length=1,
            pattern="^[^\\x00]*[^\\x00\\x1c-\\x1f\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000][^\\x00]*$",
        ),
    ]
    position: Annotated[str, Field(max_length=500, min_length=1, pattern="^[A-Za-z][0-9a-f]+$")]
    updated_at: Instant
    version: Annotated[int, Field(ge=1, le=9007199254740991)]


class LabelUpdate(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    color: Color | None | MISSING = MISSING
    name: Annotated[
        str | MISSING,
        Field(
            max_length=100,
            min_length=1,
            pattern="^[^\\x00]*[^\\x00\\x1c-\\x1f\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000][^\\x00]*$",
        ),
    ] = MISSING


type Op = Literal["created", "updated", "completed", "reopened", "moved", "deleted", "restored", "purged", "undone"]
"""What happened to a thing. There may be more of these one day: show one that you do not know as a change."""


class Place(Document):
    """A place among siblings: right before one of them, right after one of them, or, with neither, at the end."""

    model_config = ConfigDict(
        extra="forbid",
    )
    after: Id | MISSING = MISSING
    """The sibling that is to precede."""
    before: Id | MISSING = MISSING
    """The sibling that is to follow."""


type Priority = Literal["none", "low", "medium", "high", "urgent"]
"""How much a task matters, least first; stored and compared by rank."""


type ProblemCode = Literal[
    "bad_request",
    "body_too_large",
    "change_not_found",
    "database_unavailable",
    "feed_expired",
    "id_taken",
    "in_trash",
    "inbox_protected",
    "internal_error",
    "invalid_cursor",
    "invalid_request",
    "issuer_unavailable",
    "key_reused",
    "label_exists",
    "label_not_found",
    "method_not_allowed",
    "migrations_pending",
    "no_room",
    "not_done",
    "not_undoable",
    "outcome_unknown",
    "path_not_found",
    "project_not_found",
    "rate_limited",
    "section_not_found",
    "sibling_not_found",
    "stale_version",
    "still_running",
    "stopping",
    "task_cycle",
    "task_not_found",
    "token_expired",
    "token_malformed",
    "token_missing",
    "token_wrong_address",
    "token_wrong_signature",
    "too_deep",
    "too_many_labels",
    "too_many_projects",
    "too_many_sections",
    "too_many_streams",
    "too_many_tasks",
    "too_much_to_undo",
    "undo_conflict",
    "unsupported_media_type",
]


class Problem(Document):
    """What went wrong. `code` is stable and made for programs, `detail` for people."""

    model_config = ConfigDict(
        extra="forbid",
    )
    code: ProblemCode
    detail: str
    errors: Annotated[list[FieldProblem], Field(max_length=50)]
    status: Annotated[int, Field(ge=400, le=599)]
    title: str
    """The status in words."""
    type: Literal["about:blank"]


class ProjectCreate(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    archived: bool = False
    color: Color | None = None
    id: OwnId | MISSING = MISSING
    """A UUIDv7 of your own making: the same create sent twice then makes one thing."""
    name: Annotated[
        str,
        Field(
            max_length=120,
            min_length=1,
            pattern="^[^\\x00]*[^\\x00\\x1c-\\x1f\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000][^\\x00]*$",
        ),
    ]


class ProjectRead(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    archived: bool
    color: Color | None
    created_at: Instant
    deleted_at: Instant | None
    id: Id
    is_inbox: bool
    name: Annotated[
        str,
        Field(
            max_length=120,
            min_length=1,
            pattern="^[^\\x00]*[^\\x00\\x1c-\\x1f\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000][^\\x00]*$",
        ),
    ]
    position: Annotated[str, Field(max_length=500, min_length=1, pattern="^[A-Za-z][0-9a-f]+$")]
    updated_at: Instant
    version: Annotated[int, Field(ge=1, le=9007199254740991)]


class ProjectUpdate(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    archived: bool | MISSING = MISSING
    color: Color | None | MISSING = MISSING
    name: Annotated[
        str | MISSING,
        Field(
            max_length=120,
            min_length=1,
            pattern="^[^\\x00]*[^\\x00\\x1c-\\x1f\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000][^\\x00]*$",
        ),
    ] = MISSING


class PurgeTask(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    id: Id
    if_match: Annotated[int | MISSING, Field(ge=1, le=9007199254740991)] = MISSING
    """Do it only if this is the version; otherwise its problem is stale_version."""
    op: Literal["purge_task"]


class ReopenTask(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    id: Id
    if_match: Annotated[int | MISSING, Field(ge=1, le=9007199254740991)] = MISSING
    """Do it only if this is the version; otherwise its problem is stale_version."""
    op: Literal["reopen_task"]


class RestoreProject(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    id: Id
    if_match: Annotated[int | MISSING, Field(ge=1, le=9007199254740991)] = MISSING
    """Do it only if this is the version; otherwise its problem is stale_version."""
    op: Literal["restore_project"]


class RestoreTask(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    id: Id
    if_match: Annotated[int | MISSING, Field(ge=1, le=9007199254740991)] = MISSING
    """Do it only if this is the version; otherwise its problem is stale_version."""
    op: Literal["restore_task"]


class SectionCreate(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    id: OwnId | MISSING = MISSING
    """A UUIDv7 of your own making: the same create sent twice then makes one thing."""
    name: Annotated[
        str,
        Field(
            max_length=120,
            min_length=1,
            pattern="^[^\\x00]*[^\\x00\\x1c-\\x1f\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000][^\\x00]*$",
        ),
    ]
    project_id: Id


class SectionRead(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    created_at: Instant
    deleted_at: Instant | None
    id: Id
    name: Annotated[
        str,
        Field(
            max_length=120,
            min_length=1,
            pattern="^[^\\x00]*[^\\x00\\x1c-\\x1f\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000][^\\x00]*$",
        ),
    ]
    position: Annotated[str, Field(max_length=500, min_length=1, pattern="^[A-Za-z][0-9a-f]+$")]
    project_id: Id
    updated_at: Instant
    version: Annotated[int, Field(ge=1, le=9007199254740991)]


class SectionUpdate(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    name: Annotated[
        str | MISSING,
        Field(
            max_length=120,
            min_length=1,
            pattern="^[^\\x00]*[^\\x00\\x1c-\\x1f\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000][^\\x00]*$",
        ),
    ] = MISSING


type Sort = Literal["order", "due", "priority", "created", "updated", "title"]


type Status = Literal["open", "completed"]


type DurationMinutes = Annotated[int, Field(ge=1, le=525600)]


type Label = Annotated[
    str,
    Field(
        max_length=100,
        min_length=1,
        pattern="^[^\\x00]*[^\\x00\\x1c-\\x1f\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000][^\\x00]*$",
    ),
]


class TaskMove(Document):
    """Where a task goes with its subtasks. With none of the three ids it stays in its place and changes its order."""

    model_config = ConfigDict(
        extra="forbid",
    )
    after: Id | MISSING = MISSING
    """The sibling that is to precede."""
    before: Id | MISSING = MISSING
    """The sibling that is to follow."""
    parent_id: Id | MISSING = MISSING
    """Under this task."""
    project_id: Id | MISSING = MISSING
    """To the top level of this project."""
    section_id: Id | MISSING = MISSING
    """To the top level of this section."""


class TrashProject(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    id: Id
    if_match: Annotated[int | MISSING, Field(ge=1, le=9007199254740991)] = MISSING
    """Do it only if this is the version; otherwise its problem is stale_version."""
    op: Literal["trash_project"]


class TrashTask(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    id: Id
    if_match: Annotated[int | MISSING, Field(ge=1, le=9007199254740991)] = MISSING
    """Do it only if this is the version; otherwise its problem is stale_version."""
    op: Literal["trash_task"]


type ChangeId1 = Annotated[int, Field(ge=1, le=9007199254740991)]


class Undo(Document):
    """Changes to take back, in any order: the newest goes first."""

    model_config = ConfigDict(
        extra="forbid",
    )
    change_ids: Annotated[list[ChangeId1], Field(max_length=100, min_length=1)]

    @field_validator("change_ids", mode="after")
    @classmethod
    def distinct_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return distinct(v, info)


class Undone(Document):
    """The changes that the undo made, one for each; to undo them is to do again what was undone."""

    model_config = ConfigDict(
        extra="forbid",
    )
    change_ids: Annotated[list[ChangeId1], Field(max_length=100)]
    """In the order in which they were made."""


class UpdateLabel(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    body: LabelUpdate
    id: Id
    if_match: Annotated[int | MISSING, Field(ge=1, le=9007199254740991)] = MISSING
    """Do it only if this is the version; otherwise its problem is stale_version."""
    op: Literal["update_label"]


class UpdateProject(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    body: ProjectUpdate
    id: Id
    if_match: Annotated[int | MISSING, Field(ge=1, le=9007199254740991)] = MISSING
    """Do it only if this is the version; otherwise its problem is stale_version."""
    op: Literal["update_project"]


class UpdateSection(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    body: SectionUpdate
    id: Id
    if_match: Annotated[int | MISSING, Field(ge=1, le=9007199254740991)] = MISSING
    """Do it only if this is the version; otherwise its problem is stale_version."""
    op: Literal["update_section"]


class ZonedDue(Document):
    """Due at a time of day in one time zone."""

    model_config = ConfigDict(
        extra="forbid",
    )
    datetime: WallClock
    kind: Literal["zoned"]
    timezone: Annotated[str, Field(max_length=64)]


class AccountChanged(Document):
    """The account is told by the id of its inbox."""

    model_config = ConfigDict(
        extra="forbid",
    )
    data: AccountRead
    id: Id
    kind: Literal["account"]
    version: Annotated[int, Field(ge=1, le=9007199254740991)]
    """Of the account, when this was changed last."""


class AccountLine(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    data: AccountRead
    kind: Literal["account"]


class BatchResult(Document):
    """What came of one operation."""

    model_config = ConfigDict(
        extra="forbid",
    )
    change_id: ChangeId | None
    """The change that was made, if any; it can be undone."""
    id: Id | None
    """Of what was written."""
    problem: Problem | None
    """What was wrong, if it was not done."""
    status: Annotated[int, Field(ge=200, le=599)]
    """As its own request would have had."""
    version: Version | None
    """The current one; null where there is none any more."""


class CreateLabel(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    body: LabelCreate
    op: Literal["create_label"]


class CreateProject(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    body: ProjectCreate
    op: Literal["create_project"]


class CreateSection(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    body: SectionCreate
    op: Literal["create_section"]


type Due = Annotated[DateDue | FloatingDue | ZonedDue, Field(discriminator="kind")]
"""`kind` tells which of the three it is."""


class FieldChange(Document):
    """One field of a thing, as its document showed it before and shows it since."""

    model_config = ConfigDict(
        extra="forbid",
    )
    field: Annotated[str, Field(max_length=50)]
    new: JsonValue
    """Null where nothing is left."""
    old: JsonValue
    """Null where there was nothing."""


class LabelChanged(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    data: LabelRead | None
    id: Id
    kind: Literal["label"]
    version: Annotated[int, Field(ge=1, le=9007199254740991)]
    """Of the account, when this was changed last."""


class LabelLine(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    data: LabelRead
    kind: Literal["label"]


class LabelPage(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    items: Annotated[list[LabelRead], Field(max_length=200)]
    next_cursor: NextCursor | None


class MoveLabel(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    body: Place
    id: Id
    if_match: Annotated[int | MISSING, Field(ge=1, le=9007199254740991)] = MISSING
    """Do it only if this is the version; otherwise its problem is stale_version."""
    op: Literal["move_label"]


class MoveProject(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    body: Place
    id: Id
    if_match: Annotated[int | MISSING, Field(ge=1, le=9007199254740991)] = MISSING
    """Do it only if this is the version; otherwise its problem is stale_version."""
    op: Literal["move_project"]


class MoveSection(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    body: Place
    id: Id
    if_match: Annotated[int | MISSING, Field(ge=1, le=9007199254740991)] = MISSING
    """Do it only if this is the version; otherwise its problem is stale_version."""
    op: Literal["move_section"]


class MoveTask(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    body: TaskMove
    id: Id
    if_match: Annotated[int | MISSING, Field(ge=1, le=9007199254740991)] = MISSING
    """Do it only if this is the version; otherwise its problem is stale_version."""
    op: Literal["move_task"]


class ProjectChanged(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    data: ProjectRead | None
    id: Id
    kind: Literal["project"]
    version: Annotated[int, Field(ge=1, le=9007199254740991)]
    """Of the account, when this was changed last."""


class ProjectLine(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    data: ProjectRead
    kind: Literal["project"]


class ProjectPage(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    items: Annotated[list[ProjectRead], Field(max_length=200)]
    next_cursor: NextCursor | None


class SectionChanged(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    data: SectionRead | None
    id: Id
    kind: Literal["section"]
    version: Annotated[int, Field(ge=1, le=9007199254740991)]
    """Of the account, when this was changed last."""


class SectionLine(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    data: SectionRead
    kind: Literal["section"]


class SectionPage(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    items: Annotated[list[SectionRead], Field(max_length=200)]
    next_cursor: NextCursor | None


class TaskCreate(Document):
    """A new task goes to the end of where it belongs: under a parent, in a section, in a project, or in the inbox."""

    model_config = ConfigDict(
        extra="forbid",
    )
    deadline_date: Day | None = None
    due: Due | None = None
    duration_minutes: DurationMinutes | None = None
    id: OwnId | MISSING = MISSING
    """A UUIDv7 of your own making: the same create sent twice then makes one thing."""
    labels: Annotated[list[Label], Field(max_length=50)] = []
    """Labels that do not exist yet are made."""
    notes: Annotated[str, Field(max_length=16384, pattern="^[^\\x00]*$")] = ""
    """Markdown."""
    parent_id: Id | None = None
    priority: Priority = "none"
    project_id: Id | None = None
    section_id: Id | None = None
    start_date: Day | None = None
    title: Annotated[
        str,
        Field(
            max_length=500,
            min_length=1,
            pattern="^[^\\x00]*[^\\x00\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000][^\\x00]*$",
        ),
    ]

    @field_validator("labels", mode="after")
    @classmethod
    def distinct_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return distinct(v, info)


class TaskRead(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    completed_at: Instant | None
    created_at: Instant
    deadline_date: Day | None
    deleted_at: Instant | None
    due: Due | None
    duration_minutes: DurationMinutes | None
    id: Id
    labels: Annotated[list[Label], Field(max_length=50)]
    notes: Annotated[str, Field(max_length=16384, pattern="^[^\\x00]*$")]
    parent_id: Id | None
    position: Annotated[str, Field(max_length=500, min_length=1, pattern="^[A-Za-z][0-9a-f]+$")]
    priority: Priority
    project_id: Id
    section_id: Id | None
    start_date: Day | None
    status: Status
    title: Annotated[
        str,
        Field(
            max_length=500,
            min_length=1,
            pattern="^[^\\x00]*[^\\x00\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000][^\\x00]*$",
        ),
    ]
    updated_at: Instant
    version: Annotated[int, Field(ge=1, le=9007199254740991)]

    @field_validator("labels", mode="after")
    @classmethod
    def distinct_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return distinct(v, info)


class TaskUpdate(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    deadline_date: Day | None | MISSING = MISSING
    due: Due | None | MISSING = MISSING
    duration_minutes: DurationMinutes | None | MISSING = MISSING
    labels: Annotated[list[Label] | MISSING, Field(max_length=50)] = MISSING
    notes: Annotated[str | MISSING, Field(max_length=16384, pattern="^[^\\x00]*$")] = MISSING
    priority: Priority | MISSING = MISSING
    start_date: Day | None | MISSING = MISSING
    title: Annotated[
        str | MISSING,
        Field(
            max_length=500,
            min_length=1,
            pattern="^[^\\x00]*[^\\x00\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000][^\\x00]*$",
        ),
    ] = MISSING

    @field_validator("labels", mode="after")
    @classmethod
    def distinct_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return distinct(v, info)


class UpdateTask(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    body: TaskUpdate
    id: Id
    if_match: Annotated[int | MISSING, Field(ge=1, le=9007199254740991)] = MISSING
    """Do it only if this is the version; otherwise its problem is stale_version."""
    op: Literal["update_task"]


class ActivityRead(Document):
    """What one change did to one thing. Of what was deleted for good, no fields are kept."""

    model_config = ConfigDict(
        extra="forbid",
    )
    at: Instant
    change_id: Annotated[int, Field(ge=1, le=9007199254740991)]
    """The change, which may have touched other things too."""
    client: Client | None
    """What the client called itself in `Client-Name`."""
    fields: Annotated[list[FieldChange], Field(max_length=50)]
    id: Id
    """Of the thing; the account is told by the id of its inbox."""
    kind: Kind
    op: Op


class BatchRead(Document):
    """The results, in the order of the operations."""

    model_config = ConfigDict(
        extra="forbid",
    )
    committed: bool
    """False if one could not be done, so that none was."""
    results: Annotated[list[BatchResult], Field(max_length=100)]


class CreateTask(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    body: TaskCreate
    op: Literal["create_task"]


class TaskChanged(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    data: TaskRead | None
    id: Id
    kind: Literal["task"]
    version: Annotated[int, Field(ge=1, le=9007199254740991)]
    """Of the account, when this was changed last."""


class TaskLine(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    data: TaskRead
    kind: Literal["task"]


class TaskPage(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    items: Annotated[list[TaskRead], Field(max_length=200)]
    next_cursor: NextCursor | None


class ActivityPage(Document):
    model_config = ConfigDict(
        extra="forbid",
    )
    items: Annotated[list[ActivityRead], Field(max_length=200)]
    next_cursor: NextCursor | None


type Operations = Annotated[
    CreateTask
    | UpdateTask
    | MoveTask
    | CreateProject
    | UpdateProject
    | MoveProject
    | CreateSection
    | UpdateSection
    | MoveSection
    | CreateLabel
    | UpdateLabel
    | MoveLabel
    | CompleteTask
    | ReopenTask
    | TrashTask
    | RestoreTask
    | PurgeTask
    | TrashProject
    | RestoreProject
    | DeleteSection
    | DeleteLabel,
    Field(discriminator="op"),
]


class Batch(Document):
    """Up to 100 writes, done in their order; later ones see what earlier ones did, also the ids that they chose."""

    model_config = ConfigDict(
        extra="forbid",
    )
    mode: BatchMode = "atomic"
    """All of them or, if one cannot be done, none; or each that can be done."""
    operations: Annotated[list[Operations], Field(max_length=100, min_length=1)]


type Items = Annotated[
    AccountChanged | ProjectChanged | SectionChanged | LabelChanged | TaskChanged, Field(discriminator="kind")
]


class Changes(Document):
    """Things in the order in which they were changed last, each once, as they are now.

    Go on with `next_cursor`, at once while `has_more`, later for what will have happened by then. Until then a thing
    may refer to another that is still to come.
    """

    model_config = ConfigDict(
        extra="forbid",
    )
    has_more: bool
    items: Annotated[list[Items], Field(max_length=500)]
    next_cursor: Annotated[str, Field(max_length=4096)]


type ExportLine = Annotated[AccountLine | ProjectLine | SectionLine | LabelLine | TaskLine, Field(discriminator="kind")]
