"""Web servers on loopback."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from socketserver import BaseRequestHandler
from typing import Any


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a log."""

    def log_message(self, format: str, *args: Any) -> None:
        """Write no log."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing of a client that hangs up."""


@contextmanager
def serving(handler: Callable[..., BaseRequestHandler], secure: ssl.SSLContext | None = None) -> Iterator[str]:
    """The address of a server, ending in a slash."""
    with _Server(("127.0.0.1", 0), handler) as server:
        if secure:
            server.socket = secure.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield f"http{'s' if secure else ''}://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
