"""The schema's history; `todo_api.migrating` runs it."""
