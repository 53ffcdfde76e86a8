"""What can go wrong, in three kinds: the API said no, nobody answered, or the answer is none of the contract's."""

from todo_client.models import FieldProblem, Problem, ProblemCode


class TodoError(Exception):
    """What every method of the client may raise."""


class TodoProblem(TodoError):
    """The API's own no (RFC 9457). Branch on `code`; the text is for people."""

    def __init__(self, problem: Problem, *, etag: str | None = None, retry_after: int | None = None) -> None:
        super().__init__(f"{problem.detail} ({problem.status} {problem.code})")
        self.problem = problem
        self.code: ProblemCode = problem.code
        self.status = problem.status
        self.detail = problem.detail
        self.errors: list[FieldProblem] = problem.errors
        """What is wrong with which part of the request, if that is what is wrong."""
        self.etag = etag
        """The current version, if the write named another one."""
        self.retry_after = retry_after
        """Seconds after which the API would like to be asked again."""


class Unreachable(TodoError):
    """There was no answer. If `maybe_done`, the request may have been carried out all the same."""

    def __init__(self, request: str, *, maybe_done: bool) -> None:
        fate = "it may have been carried out" if maybe_done else "it was never sent"
        super().__init__(f"No answer to {request}; {fate}.")
        self.maybe_done = maybe_done


class UnexpectedAnswer(TodoError):
    """The answer is not one that the contract knows: it comes from a proxy, or from another version of the API."""

    def __init__(self, request: str, status: int) -> None:
        super().__init__(f"The answer to {request}, with status {status}, is none that this client knows.")
        self.status = status
