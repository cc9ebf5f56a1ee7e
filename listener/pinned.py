"""Connects to the address that was checked; each fetch has its deadline and its share of bytes."""

from __future__ import annotations

import socket
import ssl
import threading
import time
import weakref
from collections.abc import Iterable, Set
from typing import Any

import httpcore

from listener.addresses import WebFault, resolve


class Allowance(threading.local):
    """What the fetch on this thread may still take: time, and bytes on the wire."""

    at: float = float("inf")  # on the monotonic clock
    most: int = 0
    taken: int = 0

    def begin(self, seconds: float, most: int) -> None:
        """A new fetch on this thread."""
        self.at, self.most, self.taken = time.monotonic() + seconds, most, 0

    def left(self, wanted: float | None) -> float:
        """Seconds left, at most `wanted`. Raises httpcore.ReadTimeout when there are none."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole answer took too long")
        return left if wanted is None else min(left, wanted)

    def took(self, data: bytes) -> bytes:
        """Counts what came in. Raises WebFault beyond the allowance."""
        self.taken += len(data)
        if self.taken > self.most:
            raise WebFault("too_big", "The site sends more than we take; nothing of it was kept.")
        return data


class _Stream(httpcore.NetworkStream):
    """A stream whose every wait is bounded by the allowance, whatever trickles in."""

    def __init__(
        self,
        inner: httpcore.NetworkStream,
        allowance: Allowance,
        open_now: weakref.WeakSet[Any],
    ) -> None:
        self._inner = inner
        self._allowance = allowance
        self._open = open_now
        open_now.add(inner.get_extra_info("socket"))

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._allowance.took(self._inner.read(max_bytes, self._allowance.left(timeout)))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._allowance.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._allowance.left(timeout)
        # TLS takes the socket over into a new one, which must be known too to be woken.
        inner = self._inner.start_tls(ssl_context, server_hostname, left)
        return _Stream(inner, self._allowance, self._open)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class PinnedBackend(httpcore.NetworkBackend):
    """Looks a host up once, refuses private answers, connects to those very numbers."""

    def __init__(
        self, allowed: Set[tuple[str, int]], allowance: Allowance, proxy: tuple[str, int] | None
    ) -> None:
        self._inner = httpcore.SyncBackend()
        self._allowed = allowed
        self._allowance = allowance
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
        ends = time.monotonic() + self._allowance.left(timeout)
        allowed = self._allowed if (host, port) != self._proxy else {(host.lower(), port)}
        numbers = resolve(host, port, allowed, ends - time.monotonic())
        for number in numbers[:-1]:
            share = max(0.05, (ends - time.monotonic()) / 2)
            try:
                return self._connected(number, port, share, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue  # a host with IPv6 and IPv4 often answers on one of them only
        left = max(0.05, ends - time.monotonic())
        return self._connected(numbers[-1], port, left, local_address, socket_options)

    def _connected(
        self,
        number: str,
        port: int,
        timeout: float,
        local_address: str | None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None,
    ) -> httpcore.NetworkStream:
        stream = self._inner.connect_tcp(number, port, timeout, local_address, socket_options)
        return _Stream(stream, self._allowance, self._open)

    def hang_up(self) -> None:
        """Wakes every read that still waits, from another thread."""
        for sock in list(self._open):
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it was closed in the meantime, which is what we want
