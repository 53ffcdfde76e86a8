"""A running API, as the tests know it."""

from dataclasses import dataclass

import httpx2

from contract.responses import CheckedTransport
from todo_api.auth import ClaimRules, mint
from todo_api.database_url import DatabaseTarget
from todo_api.settings import Settings

SECRET = "a secret of the tests that is long enough"
UNHURRIED = {"TODO_RATE_LIMIT": "1000000000", "TODO_RATE_LIMIT_ADDRESS": "1000000000"}
"""Limits that are counted, and that no test meets unless it sets others."""


def settings_of(url: str, **more: str) -> Settings:
    """Of an API on this database that believes the tests' tokens."""
    ours = {"DATABASE_URL": url, "TODO_DEVELOPMENT_SECRET": SECRET, "TODO_DRAIN_SECONDS": "0", **UNHURRIED}
    return Settings.from_environment(ours | more)


@dataclass(frozen=True)
class Api:
    """Where the API is, and on what database."""

    url: str
    settings: Settings
    database: DatabaseTarget

    def token(self, user_id: str) -> str:
        rules = ClaimRules(self.settings.token_issuer, self.settings.token_audience)
        return mint(SECRET, rules, user_id=user_id, lifetime_seconds=3600)

    def http(self, user_id: str | None) -> httpx2.AsyncClient:
        """HTTP as this user, or as nobody; every answer has to be as the document says."""
        headers = {} if user_id is None else {"Authorization": f"Bearer {self.token(user_id)}"}
        return httpx2.AsyncClient(base_url=self.url, headers=headers, transport=CheckedTransport(), trust_env=False)
