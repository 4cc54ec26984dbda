"""A web of a few pages on this machine, for tests that must not depend on the real one."""

import gc
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from typing import Any

_TYPES = {".zip": "application/zip", ".js": "text/javascript"}


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        web: Web = self.server.web  # type: ignore[attr-defined]
        web.asked.append(self.path)
        web.user_agents.append(self.headers.get("User-Agent", ""))
        body = web.pages.get(self.path.partition("?")[0])
        arrow, _, target = (body or "").partition(" ")
        self.send_response(404 if body is None else 302 if arrow == "->" else 200)
        self.send_header("Location", target)
        suffix = PurePosixPath(self.path.partition("?")[0]).suffix
        self.send_header("Content-Type", _TYPES.get(suffix, "text/html; charset=utf-8"))
        self.end_headers()
        with suppress(ConnectionError):  # whoever asked is gone
            self.wfile.write((body or "nothing here").encode())

    def log_message(self, *args: Any) -> None:
        pass


class Web:
    """`pages` by path: HTML, the bytes of a `.zip`, or `-> /elsewhere`; keeps the wishes."""

    def __init__(self, pages: Mapping[str, str], port: int) -> None:
        self.pages = pages
        self.asked: list[str] = []
        self.user_agents: list[str] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", port), _Pages)
        self.server.daemon_threads = True
        self.server.web = self  # type: ignore[attr-defined]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"


@contextmanager
def running(server: ThreadingHTTPServer) -> Iterator[None]:
    """Answers until the block ends.

    Nothing is collected meanwhile: what Qt and SQLite made may not be freed by a server's thread.
    """
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    gc.disable()
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        gc.enable()


@contextmanager
def serving(pages: Mapping[str, str], port: int = 0) -> Iterator[Web]:
    """Serves `pages` until the block ends."""
    web = Web(pages, port)
    with running(web.server):
        yield web
