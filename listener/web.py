"""The one door to the web: a deadline, byte caps, an address check at every hop, plain answers."""

from __future__ import annotations

import ssl
import threading
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx
import truststore

from listener import __version__
from listener.addresses import WebFault, checked, written_private
from listener.pinned import Deadline, PinnedBackend

HEADER_CAP = 64_000
HOPS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
ACCEPT = {
    "feed": "application/rss+xml, application/atom+xml, application/feed+json, "
    "application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5",
    "any": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.8",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: where it came from in the end, and the whole body, decoded."""

    status: int
    address: str
    moved_to: str  # where permanent redirects alone led, or ""
    headers: Mapping[str, str]  # names in lower case
    body: bytes


@dataclass
class _Gate:
    """One host's manners: how many at once, and when the last one ended."""

    places: threading.Semaphore
    last: float = 0.0


class Web:
    """May be used from several threads. No cookies, no passwords, nothing written to disk."""

    def __init__(
        self,
        *,
        allow: frozenset[tuple[str, int]] = frozenset(),
        contact: str = "",
        proxy: str = "",
        total: float = 30.0,
        connect: float = 10.0,
        cap: int = 10_000_000,
        gap: float = 1.0,
        hosts: int = 6,
    ) -> None:
        self._allowed: set[tuple[str, int]] = set(allow)
        self._agent = f"CouncilListener/{__version__}" + (f" (+{contact})" if contact else "")
        self._total, self._connect, self._cap = total, connect, cap
        self._gap, self._hosts = gap, hosts
        self._proxied = bool(proxy)
        self._deadline = Deadline()
        self._gates: dict[str, _Gate] = {}
        self._closing = threading.Event()
        self._backend = PinnedBackend(self._allowed, self._deadline, _host_port(proxy))
        self._transport = _transport(self._backend, proxy)

    def allow_also(self, host: str, port: int) -> None:
        """Lets one private host and port be asked; no gap and several connections there."""
        self._allowed.add((host.lower(), port))

    def close(self) -> None:
        """Ends what is under way, from any thread; later fetches fail at once."""
        self._closing.set()
        self._backend.hang_up()
        self._transport.close()

    def fetch(
        self,
        address: str,
        *,
        etag: str = "",
        last_modified: str = "",
        accept: Literal["feed", "any"] = "feed",
    ) -> Answer:
        """Fetches one address, following five redirects at most. Raises WebFault in words."""
        headers = {
            "User-Agent": self._agent,
            "Accept": ACCEPT[accept],
            "Accept-Encoding": "gzip, deflate",
        }
        if etag:
            headers["If-None-Match"] = etag
        if last_modified:
            headers["If-Modified-Since"] = last_modified
        return self._follow(address, headers)

    def _follow(self, address: str, headers: dict[str, str]) -> Answer:
        moved_to, permanent, seen = "", True, set()
        for _ in range(HOPS + 1):
            seen.add(address)
            answer, location = self._one(address, headers)
            if location is None:
                return Answer(answer.status, address, moved_to, answer.headers, answer.body)
            address = _joined(address, location)
            permanent = permanent and answer.status in PERMANENT
            moved_to = address if permanent else moved_to
            if address in seen:
                raise WebFault("redirect", "The site sends us round in a circle.")
        raise WebFault("redirect", f"The site redirects more than {HOPS} times.")

    def _one(self, address: str, headers: dict[str, str]) -> tuple[Answer, str | None]:
        scheme, host, port = checked(address)
        if self._proxied and (host, port) not in self._allowed and written_private(host):
            raise WebFault("private", f"{host} is inside this network; it is not asked.")
        private = (host.lower(), port) in self._allowed
        gate = self._gates.setdefault(
            f"{scheme}://{host}:{port}", _Gate(threading.Semaphore(self._hosts if private else 1))
        )
        with gate.places:
            if not private:
                self._closing.wait(max(0.0, gate.last + self._gap - time.monotonic()))
            try:
                return self._ask(address, headers)
            finally:
                gate.last = time.monotonic()

    def _ask(self, address: str, headers: dict[str, str]) -> tuple[Answer, str | None]:
        if self._closing.is_set():
            raise WebFault("closing", "Listening has stopped.")
        self._deadline.at = time.monotonic() + self._total
        try:
            request = httpx.Request("GET", address, headers=headers)
            timeouts = {"connect": self._connect, "read": self._total, "write": 10.0, "pool": 30.0}
            request.extensions["timeout"] = timeouts
            response = self._transport.handle_request(request)
            try:
                return self._read(address, response)
            finally:
                response.close()
        except WebFault:
            raise
        except (httpx.TimeoutException, httpcore.TimeoutException) as fault:
            raise WebFault("timeout", _too_slow(address, self._total)) from fault
        except (httpx.HTTPError, httpcore.ProtocolError, httpcore.NetworkError) as fault:
            raise WebFault("cut", _cut(address)) from fault
        except (httpx.InvalidURL, ssl.SSLError, UnicodeError, ValueError, OSError) as fault:
            raise WebFault("protocol", f"{_host(address)} gave no usable answer ({fault}).") from fault

    def _read(self, address: str, response: httpx.Response) -> tuple[Answer, str | None]:
        raw = response.headers.raw
        if sum(len(k) + len(v) for k, v in raw) > HEADER_CAP:
            raise WebFault("too_big", f"{_host(address)} sends more than 64 kB of headers.")
        headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in raw}
        if response.status_code in REDIRECTS:
            location = headers.get("location", "")
            if not location:
                raise WebFault("redirect", "The site redirects, but does not say where to.")
            return Answer(response.status_code, address, "", headers, b""), location
        body = b"" if response.status_code != 200 else self._body(response, headers, address)
        return Answer(response.status_code, address, "", headers, body), None

    def _body(self, response: httpx.Response, headers: dict[str, str], address: str) -> bytes:
        length = headers.get("content-length", "")
        if length.isdigit() and int(length) > self._cap:
            raise WebFault("too_big", self._too_big(address))
        taken: list[bytes] = []
        size = 0
        assert isinstance(response.stream, httpx.SyncByteStream)
        for chunk in response.stream:
            size += len(chunk)
            if size > self._cap:
                raise WebFault("too_big", self._too_big(address))
            taken.append(chunk)
        return self._decoded(b"".join(taken), headers.get("content-encoding", ""), address)

    def _decoded(self, body: bytes, encoding: str, address: str) -> bytes:
        """One layer of gzip or deflate, opened at most to the cap."""
        kind = encoding.strip().lower()
        if kind not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise WebFault("encoding", f"{_host(address)} packs its answer in a way we do not read.")
        if body[:2] == b"\x1f\x8b":
            return self._inflate(body, 31, address)
        if kind == "deflate" and body:
            try:
                return self._inflate(body, 15, address)
            except zlib.error:
                return self._inflate(body, -15, address)
        return body

    def _inflate(self, body: bytes, bits: int, address: str) -> bytes:
        opener = zlib.decompressobj(bits)
        try:
            opened = opener.decompress(body, self._cap + 1)
        except zlib.error as fault:
            if bits == 15:
                raise
            raise WebFault("cut", f"{_host(address)} sent a packed answer that is broken.") from fault
        if len(opened) > self._cap:
            raise WebFault("too_big", self._too_big(address))
        if not opener.eof:
            raise WebFault("cut", _cut(address))
        return opened

    def _too_big(self, address: str) -> str:
        return f"{_host(address)} sends more than {self._cap // 1_000_000} MB; nothing was taken."


def _transport(backend: PinnedBackend, proxy: str) -> httpx.HTTPTransport:
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    transport = httpx.HTTPTransport(verify=context, trust_env=False)
    # httpx has no door for a network backend of one's own; its pool is replaced by one that has.
    if proxy:
        transport._pool = httpcore.HTTPProxy(
            proxy, ssl_context=context, max_connections=20, network_backend=backend
        )
    else:
        transport._pool = httpcore.ConnectionPool(
            ssl_context=context,
            max_connections=20,
            max_keepalive_connections=8,
            keepalive_expiry=5.0,
            network_backend=backend,
        )
    return transport


def _host_port(proxy: str) -> tuple[str, int] | None:
    if not proxy:
        return None
    parts = urlsplit(proxy)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def _joined(address: str, location: str) -> str:
    try:
        return urljoin(address, location.strip())
    except ValueError as fault:
        raise WebFault("redirect", "The site redirects to something that is no address.") from fault


def _host(address: str) -> str:
    return urlsplit(address).hostname or address[:60]


def _too_slow(address: str, total: float) -> str:
    return f"{_host(address)} did not finish its answer within {total:.0f} s."


def _cut(address: str) -> str:
    return f"{_host(address)} broke off its answer, or did not answer at all."

