"""The environment variables as `--help` explains them."""

MEANINGS = {
    "DATABASE_URL": "a PostgreSQL of your own, such as postgresql://user:password@host/database; if it is not set, an"
    " embedded one is used",
    "AUTH_JWKS_URL": "where the token issuer publishes the keys that verify its tokens",
    "BETTER_AUTH_SECRET": "instead of that, the secret shared with Better Auth, of 32 bytes or more",
    "AUTH_ISSUER": "the base URL that tokens name as their issuer; needed with either of these two",
    "AUTH_AUDIENCE": "the base URL that tokens name as their audience; needed with either of these two",
    "TODO_DEVELOPMENT_SECRET": "instead of those, a secret for a database on this machine; if none of the three is set,"
    " the data folder's own is used",
    "REDIS_URL": "a Valkey or Redis, redis:// or rediss://, by which workers tell each other of writes and count"
    " requests together; if it is not set, PostgreSQL does the first, and each worker counts for itself",
    "TODO_CORS_ORIGINS": "the origins of the web pages that may use the API, separated by commas, such as"
    " https://todo.example; none if it is not set",
    "TODO_DOCS": "whether /docs and /openapi.json are served, true or false; `todo up` does so if it is not set",
    "TODO_LOG_FORMAT": "how the log is written on standard error, json or text; if it is not set, text at a terminal"
    " and json elsewhere",
    "TODO_SLOW_SECONDS": "how long an answer may take before the log tells of it, in seconds; 1 if it is not set",
    "TODO_METRICS_PORT": "the port on which Prometheus finds /metrics, for several workers the first of as many; if it"
    " is not set, there is none",
    "TODO_METRICS_HOST": "the address that this port is on; 127.0.0.1 if it is not set",
    "OTEL_EXPORTER_OTLP_ENDPOINT": "a collector that takes traces, such as http://localhost:4318, with todo-api[traces]"
    " installed; there are none if it is not set",
    "TODO_RATE_LIMIT": "how many requests a user may send in a minute, or off; 1200 if it is not set",
    "TODO_RATE_LIMIT_ADDRESS": "how many may come in a minute from an address without a good token, or off; 300 if"
    " it is not set",
    "TODO_CHANGES_DAYS": "how many days the feed of changes reaches back, from 1 to 3650; 90 if it is not set",
    "TODO_DRAIN_SECONDS": "how long requests are still answered after SIGTERM while /readyz says no, in seconds; 5 if"
    " it is not set, 0 under `todo up`",
    "TODO_POOL_SIZE": "connections to the database for each worker, from 1 to 100; 10 if it is not set",
}
VARIABLES = "Environment variables:\n\n" + "\n\n".join(f"{name}: {meaning}." for name, meaning in MEANINGS.items())


def epilog(*examples: str) -> str:
    """What follows a command's options; a blank line keeps the next line on its own."""
    return "\n\n".join(["Examples:", *examples, VARIABLES])
