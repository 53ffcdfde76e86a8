"""What most of these tests assert, as one sentence."""

from todo_api.auth import TokenProblem, TokenRejected, TokenVerifier


async def problem_with(token: str, verifier: TokenVerifier) -> TokenProblem | None:
    """The problem for which the token is refused, or None when it is accepted."""
    try:
        await verifier.verify(token)
    except TokenRejected as rejection:
        return rejection.problem
    return None
