"""The one door to the web: a deadline, byte caps, an address check at every hop, plain answers."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote, urljoin, urlsplit

import httpcore
import httpx
import truststore

from listener import __version__
from listener.addresses import WebFault, checked, written_private
from listener.pinned import Allowance, PinnedBackend
from listener.unpacking import unpacked
from listener.webfaults import RAISED, named

HEADER_CAP = 64_000
HOPS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
DEAD = frozenset({"timeout", "unreachable", "cut", "dns"})  # the host itself is in trouble
TRIES = 3  # such faults in a row, and the host is left alone for a while
REST = 60.0  # seconds
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
    """One host's manners: how many at once, when the last one ended, whether it answers at all."""

    places: threading.Semaphore
    last: float = float("-inf")
    faults: int = 0


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
        self._allowed: set[tuple[str, int]] = {(host.lower(), port) for host, port in allow}
        self._agent = f"CouncilListener/{__version__}" + (f" (+{contact})" if contact else "")
        self._total, self._connect, self._cap = total, connect, cap
        self._gap, self._hosts = gap, hosts
        self._proxied = bool(proxy)
        self._allowance = Allowance()
        self._gates: dict[tuple[str, int], _Gate] = {}
        self._places = threading.Semaphore(hosts)  # who waits for a host's turn holds none
        self._closing = threading.Event()
        self._backend = PinnedBackend(self._allowed, self._allowance, _host_port(proxy))
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
        _, host, port = checked(address)
        private = (host, port) in self._allowed
        if self._proxied and not private and written_private(host):
            raise WebFault("private", f"{host} is inside this network; it is not asked.")
        gate = self._gate(host, port, private)
        with gate.places:
            self._closing.wait(0.0 if private else self._pause(host, gate))
            try:
                with self._places:
                    answer = self._ask(address, headers)
            except WebFault as fault:
                fault.taken = self._allowance.taken
                gate.faults = gate.faults + 1 if fault.kind in DEAD else 0
                raise
            finally:
                gate.last = time.monotonic()
            gate.faults = 0
            return answer

    def _gate(self, host: str, port: int, private: bool) -> _Gate:
        """One for each public host; one for each host and port that a person allowed."""
        key = (host, port if private else 0)
        return self._gates.setdefault(
            key, _Gate(threading.Semaphore(self._hosts if private else 1))
        )

    def _pause(self, host: str, gate: _Gate) -> float:
        """Seconds until this host may be asked. Raises WebFault while it is left alone."""
        since = time.monotonic() - gate.last
        if gate.faults >= TRIES and since < REST:
            raise WebFault(
                "resting",
                f"{host} failed {gate.faults} times in a row, so it is left alone for a minute.",
            )
        return max(0.0, self._gap - since)

    def _ask(self, address: str, headers: dict[str, str]) -> tuple[Answer, str | None]:
        if self._closing.is_set():
            raise WebFault("closing", "Listening has stopped.")
        # A chunked body is a little longer on the wire than what it carries.
        self._allowance.begin(self._total, HEADER_CAP + self._cap + self._cap // 5)
        try:
            request = httpx.Request("GET", address, headers=headers)
            timeouts = {"connect": self._connect, "read": self._total, "write": 10.0, "pool": 30.0}
            request.extensions["timeout"] = timeouts
            response = self._transport.handle_request(request)
            try:
                return self._read(address, response)
            finally:
                response.close()
        except RAISED as fault:
            if self._closing.is_set():
                raise WebFault("closing", "Listening has stopped.") from fault
            raise named(fault, _host(address), self._connect, self._total) from fault

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
        if length.isdigit() and int(length[:20]) > self._cap:
            raise WebFault("too_big", self._too_big(address))
        taken: list[bytes] = []
        size = 0
        assert isinstance(response.stream, httpx.SyncByteStream)
        for chunk in response.stream:
            size += len(chunk)
            if size > self._cap:
                raise WebFault("too_big", self._too_big(address))
            taken.append(chunk)
        packed = headers.get("content-encoding", "")
        return unpacked(b"".join(taken), packed, self._cap, _host(address))

    def _too_big(self, address: str) -> str:
        return f"{_host(address)} sends more than {self._cap // 1_000_000} MB; nothing was taken."


def _transport(backend: PinnedBackend, proxy: str) -> httpx.HTTPTransport:
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    transport = httpx.HTTPTransport(verify=context, trust_env=False)
    # httpx has no door for a network backend of one's own; its pool is replaced by one that has.
    if proxy:
        transport._pool = httpcore.HTTPProxy(
            proxy,
            proxy_auth=_proxy_login(proxy),
            ssl_context=context,
            max_connections=20,
            network_backend=backend,
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


def _proxy_login(proxy: str) -> tuple[str, str] | None:
    parts = urlsplit(proxy)
    return (unquote(parts.username), unquote(parts.password or "")) if parts.username else None


def _joined(address: str, location: str) -> str:
    try:
        return urljoin(address, location.strip())
    except ValueError as fault:
        raise WebFault("redirect", "The site redirects to something that is no address.") from fault


def _host(address: str) -> str:
    return urlsplit(address).hostname or address[:60]
