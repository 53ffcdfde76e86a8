"""Monotonic seconds that stand still."""


class Clock:
    """Starts at an arbitrary number, as the real one does."""

    def __init__(self) -> None:
        self.seconds = 5_000.0

    def __call__(self) -> float:
        return self.seconds

    def advance(self, seconds: float) -> None:
        self.seconds += seconds
