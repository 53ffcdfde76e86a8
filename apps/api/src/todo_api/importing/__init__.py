"""Taking in what another todo keeps: Todoist's CSV template, and an export of ours."""

from todo_api.importing.report import Counts, Refused, Remark, Report, UnreadableFile
from todo_api.importing.rows import Contents
from todo_api.importing.service import ImportService
from todo_api.importing.source import read_contents

__all__ = [
    "Contents",
    "Counts",
    "ImportService",
    "Refused",
    "Remark",
    "Report",
    "UnreadableFile",
    "read_contents",
]
