"""Why a request has no identity."""

from enum import StrEnum


class TokenProblem(StrEnum):
    """What is wrong with a token; each value is a stable code that clients may branch on."""

    MISSING = "token_missing"
    MALFORMED = "token_malformed"
    WRONG_SIGNATURE = "token_wrong_signature"
    WRONG_ADDRESS = "token_wrong_address"
    EXPIRED = "token_expired"

    @property
    def description(self) -> str:
        """One sentence for the client's developer, the same for every token with this problem."""
        return _DESCRIPTIONS[self]


_DESCRIPTIONS = {
    TokenProblem.MISSING: "The request carries no bearer token.",
    TokenProblem.MALFORMED: "The token does not have the form or the claims that this API requires.",
    TokenProblem.WRONG_SIGNATURE: "The token is not signed with a key that this API trusts.",
    TokenProblem.WRONG_ADDRESS: "The token comes from another issuer or is meant for another audience.",
    TokenProblem.EXPIRED: "The token has expired or is not valid yet.",
}


class TokenRejected(Exception):
    """The token proves nothing; `__cause__` may hold a sentence for the log, never for the client."""

    def __init__(self, problem: TokenProblem) -> None:
        super().__init__(problem.description)
        self.problem = problem


class MalformedToken(ValueError):
    """What exactly is malformed, for the log; verifiers turn it into TokenRejected."""


class IssuerUnavailable(Exception):
    """No keys to verify with: none were ever fetched, or the last ones have become too old to trust.

    The token itself may be fine, so that the client should come back after `retry_after_seconds` with the same one.
    """

    def __init__(self, retry_after_seconds: int) -> None:
        super().__init__("The token issuer's keys cannot be reached.")
        self.retry_after_seconds = retry_after_seconds
