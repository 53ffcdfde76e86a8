"""Measurements of the API as it is served in production: a process of its own, on a database of its own."""
