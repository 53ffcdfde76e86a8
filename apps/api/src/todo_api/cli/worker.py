"""What each of uvicorn's processes runs."""

import multiprocessing
import os
import signal
from threading import Thread

from fastapi import FastAPI

from todo_api.app import app_from_environment


def application() -> FastAPI:
    """The API; in a worker it ends with the process that started the worker, even if that one is killed."""
    supervisor = multiprocessing.parent_process()
    if supervisor is not None:

        def end_with_it() -> None:
            supervisor.join()
            os.kill(os.getpid(), signal.SIGTERM)

        Thread(target=end_with_it, daemon=True).start()
    return app_from_environment()
