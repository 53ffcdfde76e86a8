"""A bearer token in, an identity out; no web framework, no settings."""

from todo_api.auth.claims import ClaimRules
from todo_api.auth.errors import IssuerUnavailable, TokenProblem, TokenRejected
from todo_api.auth.jwks import JwksVerifier
from todo_api.auth.remembered import RememberedTokens
from todo_api.auth.shared_secret import SharedSecret, mint
from todo_api.auth.verifier import Identity, TokenVerifier

__all__ = [
    "ClaimRules",
    "Identity",
    "IssuerUnavailable",
    "JwksVerifier",
    "RememberedTokens",
    "SharedSecret",
    "TokenProblem",
    "TokenRejected",
    "TokenVerifier",
    "mint",
]
