"""What each of uvicorn's processes runs."""

import multiprocessing
import os
import signal
from threading import Thread

from starlette.types import ASGIApp

from todo_api.app import app_from_environment
from todo_api.front import behind_front


def application() -> ASGIApp:
    """The API, and what is beside it; a worker ends with the process that started it, even if that one is killed."""
    supervisor = multiprocessing.parent_process()
    if supervisor is not None:

        def end_with_it() -> None:
            supervisor.join()
            os.kill(os.getpid(), signal.SIGTERM)

        Thread(target=end_with_it, daemon=True).start()
    return behind_front(app_from_environment(), os.environ)
