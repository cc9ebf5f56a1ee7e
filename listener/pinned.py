"""Connects to the address that was checked, and ends every read by the deadline of its fetch."""

from __future__ import annotations

import socket
import ssl
import threading
import time
import weakref
from collections.abc import Iterable, Set
from typing import Any

import httpcore

from listener.addresses import resolve


class Deadline(threading.local):
    """When the fetch on this thread must be over, on the monotonic clock."""

    at: float = float("inf")

    def left(self, wanted: float | None) -> float:
        """Seconds left, at most `wanted`. Raises httpcore.ReadTimeout when there are none."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole answer took too long")
        return left if wanted is None else min(left, wanted)


class _Stream(httpcore.NetworkStream):
    """A stream whose every wait is bounded by the deadline, whatever trickles in."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout)
        return _Stream(
            self._inner.start_tls(ssl_context, server_hostname, left), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class PinnedBackend(httpcore.NetworkBackend):
    """Looks a host up once, refuses private answers, connects to that very number."""

    def __init__(
        self, allowed: Set[tuple[str, int]], deadline: Deadline, proxy: tuple[str, int] | None
    ) -> None:
        self._inner = httpcore.SyncBackend()
        self._allowed = allowed
        self._deadline = deadline
        self._proxy = proxy
        self._open: weakref.WeakSet[Any] = weakref.WeakSet()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        allowed = self._allowed if (host, port) != self._proxy else {(host.lower(), port)}
        number = resolve(host, port, allowed)
        stream = self._inner.connect_tcp(
            number, port, self._deadline.left(timeout), local_address, socket_options
        )
        self._open.add(stream.get_extra_info("socket"))
        return _Stream(stream, self._deadline)

    def hang_up(self) -> None:
        """Wakes every read that still waits, from another thread."""
        for sock in list(self._open):
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it was closed in the meantime, which is what we want
