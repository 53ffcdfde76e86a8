"""A candidate that says that it is ready, and then does not do what it should."""

import sys
from dataclasses import dataclass

from todo_bench.candidates import Candidate

_PROGRAM = """
import http.server, os, sys
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_GET(self):
        healthy = self.path == "/healthz"
        if not healthy and sys.argv[1] == "end":
            print("no luck today", file=sys.stderr, flush=True)
            os._exit(3)
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(200 if healthy else int(sys.argv[1]))
        self.send_header("Content-Length", "0")
        self.end_headers()
    do_PATCH = do_GET
    def log_message(self, *_):
        pass
class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 100
Server(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
"""


@dataclass(frozen=True, slots=True)
class Broken(Candidate):
    """Answers with a status, or ends when it is asked."""

    does: str = "503"

    def command(self, port: int) -> tuple[str, ...]:
        del port
        return (sys.executable, "-c", _PROGRAM, self.does)


class Unwilling(Candidate):
    """Does not even start."""

    def command(self, port: int) -> tuple[str, ...]:
        del port
        return (sys.executable, "-c", "raise SystemExit('no luck today')")
