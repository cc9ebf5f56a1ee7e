"""Which addresses may be asked: public ones, and those that a person allowed by host and port."""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
from collections.abc import Set
from urllib.parse import urlsplit

from listener.errors import Known

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
MOST_NUMBERS = 4  # of one host's addresses that are tried in turn


class WebFault(Known):
    """A fetch that failed: `kind` is a word for code, the sentence is for people.

    taken: bytes that came in over the wire before it was given up.
    """

    def __init__(self, kind: str, sentence: str) -> None:
        super().__init__(sentence)
        self.kind = kind
        self.taken = 0


def checked(address: str) -> tuple[str, str, int]:
    """Scheme, host and port of an address. Raises WebFault for anything but http and https."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as fault:
        raise WebFault("address", f"“{address[:80]}” is not a web address.") from fault
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise WebFault("address", "Only http and https addresses can be fetched; this is neither.")
    return parts.scheme, parts.hostname, port or (443 if parts.scheme == "https" else 80)


def resolve(
    host: str, port: int, allowed: Set[tuple[str, int]], seconds: float = 10.0
) -> tuple[str, ...]:
    """The numbers to connect to, in turn. Raises WebFault where any of them is private.

    The caller connects to the very numbers that were checked, so that a second look-up cannot
    answer otherwise (DNS rebinding). seconds: how long the look-up may take.
    """
    numbers = _look_up(host, port) if _is_number(host) else _in_time(host, port, seconds)
    if (host.lower(), port) not in allowed and not all(public(n) for n in numbers):
        raise WebFault(
            "private",
            f"{host} is an address inside this network; it is not asked unless a "
            "supervisor allows it.",
        )
    return numbers[:MOST_NUMBERS]


def _look_up(host: str, port: int) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise WebFault("dns", f"The name {host} could not be found.") from fault
    return tuple(dict.fromkeys(str(item[4][0]) for item in found))


def _in_time(host: str, port: int, seconds: float) -> tuple[str, ...]:
    """A look-up that is given up in time: getaddrinfo itself knows no time-out."""
    came: queue.SimpleQueue[tuple[str, ...] | WebFault] = queue.SimpleQueue()

    def look() -> None:
        try:
            came.put(_look_up(host, port))
        except WebFault as fault:
            came.put(fault)

    threading.Thread(target=look, name="look-up", daemon=True).start()
    try:
        found = came.get(timeout=max(0.01, seconds))
    except queue.Empty as fault:
        raise WebFault("dns", f"The name {host} could not be looked up in time.") from fault
    if isinstance(found, WebFault):
        raise found
    return found


def public(number: str) -> bool:
    """True for an address on the open internet."""
    address: Address = ipaddress.ip_address(number.split("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address.teredo:
            inner = address.teredo[1]
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            address = inner
    return address.is_global and not address.is_multicast


_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def written_private(host: str) -> bool:
    """True for a host written as a private number or a local name: a proxy resolves the others."""
    if host.lower() in ("localhost",) or host.lower().endswith((".localhost", ".local")):
        return True
    return _is_number(host) and not all(public(n) for n in _look_up(host, 80))


def _is_number(host: str) -> bool:
    """True where no name server is asked: dotted, decimal and hexadecimal forms, IPv6."""
    try:
        socket.inet_aton(host)
    except OSError:
        return ":" in host
    return True
