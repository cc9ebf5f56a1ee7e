"""What can be an e-mail address, and how it is written to a mail server."""

from __future__ import annotations

import re
from collections.abc import Sequence

from listener.errors import NotUnderstood

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_DOMAIN = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)(\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*")


def addressees(to: Sequence[str]) -> tuple[str, ...]:
    """The addresses as they are sent to, each once. Raises NotUnderstood for one that is none."""
    cleaned = tuple(dict.fromkeys(sent_as(one) for one in to))
    if not cleaned:
        raise NotUnderstood("There is no address to send to. Nothing was sent.")
    return cleaned


def sent_as(address: str) -> str:
    """One address in ASCII: `desk@bücher.example` gets its domain's other spelling.

    Raises NotUnderstood.
    """
    fault = address_fault(address)
    if fault:
        raise NotUnderstood(f"{fault}. Nothing was sent.")
    local, _, domain = address.strip().rpartition("@")
    return f"{local}@{_ascii(domain)}"


def address_fault(address: str) -> str:
    """Why this cannot be an e-mail address, in words without a full stop, or ""."""
    local, at, domain = address.strip().rpartition("@")
    sound = bool(at) and len(local) <= 64 and bool(_LOCAL.fullmatch(local))
    if sound and _DOMAIN.fullmatch(_ascii(domain)):
        return ""
    shown = " ".join("".join(c if c.isprintable() else " " for c in address).split())
    return f"“{shown[:80]}” cannot be an e-mail address"


def domain_of(address: str) -> str:
    """The domain of an address as it is sent, or "" where it is no address."""
    return "" if address_fault(address) else _ascii(address.strip().rpartition("@")[2])


def _ascii(domain: str) -> str:
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
