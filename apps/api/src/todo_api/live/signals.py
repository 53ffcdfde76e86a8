"""Signals that end the process, noticed before the server acts on them.

A server that stops waits for the answers under way before it tells the application. A stream of events is an answer
that never ends by itself, so that it has to be told earlier.
"""

import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

type _Handler = Callable[[int, FrameType | None], object]


@contextmanager
def noticing_signals(stop: Callable[[], None]) -> Iterator[None]:
    """Have `stop` called in this event loop when SIGINT or SIGTERM comes, beside whatever else handles it.

    Only the main thread has signals. One that nobody handles is left alone: it ends the process as it did before.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    loop = asyncio.get_running_loop()

    def chained(previous: _Handler) -> _Handler:
        def handle(number: int, frame: FrameType | None) -> None:
            with suppress(RuntimeError):  # the loop is closed already
                loop.call_soon_threadsafe(stop)
            previous(number, frame)

        return handle

    installed = {}
    for number in (signal.SIGINT, signal.SIGTERM):
        previous = signal.getsignal(number)
        if callable(previous):
            installed[number] = handler, _ = chained(previous), previous
            signal.signal(number, handler)
    try:
        yield
    finally:
        for number, (handler, previous) in installed.items():
            if signal.getsignal(number) is handler:
                signal.signal(number, previous)
