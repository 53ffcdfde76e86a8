"""What comes between the signal that ends the process and its end.

A load balancer asks only every few seconds who is ready, and sends requests here until then: they are still answered. A
server that stops waits for the answers under way, but closes connections on which a request may just be coming: each
answer of this time therefore says that it is its connection's last (RFC 9112, section 9.6).
"""

import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

type _Handler = Callable[[int, FrameType | None], object]


class Draining:
    """Delays SIGTERM and SIGINT; a second SIGINT, which is somebody's Ctrl-C, is not made to wait."""

    def __init__(self, seconds: float, stop: Callable[[], None]) -> None:
        """`stop` ends the answers that never end by themselves; the server would wait for them."""
        self.has_begun = False
        self._seconds = seconds
        self._stop = stop

    @contextmanager
    def upon_signals(self) -> Iterator[None]:
        """Stand before whatever else handles the signals in this event loop.

        Only the main thread has signals. One that nobody handles is left alone: it ends the process as it did before.
        """
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        loop = asyncio.get_running_loop()
        installed = {}
        for number in (signal.SIGINT, signal.SIGTERM):
            previous = signal.getsignal(number)
            if callable(previous):
                handler = self._before(previous, loop)
                installed[number] = handler, previous
                signal.signal(number, handler)
        try:
            yield
        finally:
            for number, (handler, previous) in installed.items():
                if signal.getsignal(number) is handler:
                    signal.signal(number, previous)

    def _before(self, previous: _Handler, loop: asyncio.AbstractEventLoop) -> _Handler:
        def end(number: int) -> None:
            self._stop()
            previous(number, None)

        def handle(number: int, frame: FrameType | None) -> None:
            is_first, self.has_begun = not self.has_begun, True
            with suppress(RuntimeError):  # the loop is closed already
                if is_first and self._seconds:
                    loop.call_soon_threadsafe(loop.call_later, self._seconds, end, number)
                    return
                if not is_first and self._seconds and number == signal.SIGTERM:
                    return  # it comes twice where it is sent to a whole group, the supervisor passing on its own
                loop.call_soon_threadsafe(self._stop)
            previous(number, frame)

        return handle
