"""gunicorn with one worker of as many threads as there are connections.

A thread keeps its connection, so that nothing has to be pooled: Django's own pool takes and gives back a connection for
each request. gunicorn's threads are what Django's documentation of synchronous views leads to; its own parser in C, so
that HTTP is read as quickly as elsewhere; and keep-alive that outlasts any pause of the benchmark.
"""

import os
from typing import Any

from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication

from todo_bench.baselines.environment import POOL_SIZE


class Server(BaseApplication):
    def load_config(self) -> None:
        options = {
            "bind": f"127.0.0.1:{os.environ['PORT']}",
            "workers": 1,
            "worker_class": "gthread",
            "threads": POOL_SIZE,
            "worker_connections": 2000,
            "keepalive": 75,
            "http_parser": "fast",
            "loglevel": "warning",
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return get_wsgi_application()


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "todo_bench.baselines.django_ninja.settings"
    Server().run()
