"""Which addresses may be asked: public ones, and those that a person allowed by host and port."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Set
from urllib.parse import urlsplit

from listener.errors import Known

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class WebFault(Known):
    """A fetch that failed: `kind` is a word for code, the sentence is for people."""

    def __init__(self, kind: str, sentence: str) -> None:
        super().__init__(sentence)
        self.kind = kind


def checked(address: str) -> tuple[str, str, int]:
    """Scheme, host and port of an address. Raises WebFault for anything but http and https."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as fault:
        raise WebFault("address", f"“{address[:80]}” is not a web address.") from fault
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise WebFault("address", "Only http and https addresses are fetched; this is another kind.")
    return parts.scheme, parts.hostname, port or (443 if parts.scheme == "https" else 80)


def resolve(host: str, port: int, allowed: Set[tuple[str, int]]) -> str:
    """The address to connect to. Raises WebFault where any of the host's addresses is private.

    The caller connects to the very address that was checked, so that a second look-up cannot
    answer otherwise (DNS rebinding).
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise WebFault("dns", f"The name {host} could not be found.") from fault
    numbers = [str(item[4][0]) for item in found]
    if (host.lower(), port) not in allowed:
        for number in numbers:
            if not public(number):
                raise WebFault(
                    "private",
                    f"{host} is an address inside this network; it is not asked unless a "
                    "supervisor allows it.",
                )
    return numbers[0]


def public(number: str) -> bool:
    """True for an address on the open internet."""
    address: Address = ipaddress.ip_address(number.split("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address.teredo:
            inner = address.teredo[1]
        if inner is not None:
            address = inner
    return address.is_global and not address.is_multicast


def written_private(host: str) -> bool:
    """True for a host written as a private number or a local name: behind a proxy we cannot resolve."""
    if host.lower() in ("localhost",) or host.lower().endswith((".localhost", ".local")):
        return True
    try:
        return not public(socket.inet_ntoa(socket.inet_aton(host)))
    except OSError:
        pass
    try:
        return not public(host.strip("[]"))
    except ValueError:
        return False
