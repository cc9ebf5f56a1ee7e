"""A small loopback server whose pages answer byte by byte as a test wants them to."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Page = bytes | Callable[[socket.socket, threading.Event], None]


def http(
    body: bytes = b"", status: str = "200 OK", *headers: str, length: int | None = None
) -> bytes:
    """A whole answer. length: what Content-Length says, where it is to lie."""
    size = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {size}", *headers, "Connection: close"]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body


def trickle(start: bytes, piece: bytes, pause: float) -> Page:
    """Sends `piece` again and again, until the other side has gone or the server stops."""

    def page(peer: socket.socket, stopping: threading.Event) -> None:
        peer.sendall(start)
        while not stopping.wait(pause):
            peer.sendall(piece)

    return page


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = False
    block_on_close = True

    def __init__(self, pages: dict[str, Page]) -> None:
        self.pages = pages
        self.stopping = threading.Event()
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), _Visit)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A peer that went away is what half of these tests are about."""


class _Visit(socketserver.BaseRequestHandler):
    server: _Server

    def handle(self) -> None:
        self.request.settimeout(5)
        raw = b""
        while b"\r\n\r\n" not in raw:
            piece = self.request.recv(65536)
            if not piece:
                return
            raw += piece
        self.server.asked.append(raw.decode("latin-1"))
        page = self.server.pages.get(
            raw.split(b" ")[1].decode("latin-1"), http(b"", "404 Not Found")
        )
        if isinstance(page, bytes):
            self.request.sendall(page)
        else:
            page(self.request, self.server.stopping)


class Town:
    """Where the pages are, and what was asked for."""

    def __init__(self, server: _Server) -> None:
        self._server = server
        self.port: int = server.server_address[1]
        self.base = f"http://127.0.0.1:{self.port}"
        self.place = ("127.0.0.1", self.port)

    @property
    def asked(self) -> list[str]:
        return self._server.asked

    @property
    def pages(self) -> dict[str, Page]:
        return self._server.pages


@contextmanager
def town_of(pages: dict[str, Page]) -> Iterator[Town]:
    """Serves pages by path on a free port of loopback until the block ends."""
    server = _Server(pages)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield Town(server)
    finally:
        server.stopping.set()
        server.shutdown()
        thread.join()
        server.server_close()
