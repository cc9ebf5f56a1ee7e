"""Says in words why a fetch failed: unreachable, too slow, cut off, not trusted, or not the web."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

import httpcore
import httpx

from listener.addresses import WebFault

# Everything that httpx, httpcore, h11 and the socket below them were seen to raise.
RAISED = (
    httpx.HTTPError, httpx.InvalidURL, httpcore.TimeoutException, httpcore.NetworkError,
    httpcore.ProtocolError, httpcore.ProxyError, ssl.SSLError, OSError, ValueError,
)  # fmt: skip


def named(fault: Exception, host: str, connect: float, total: float) -> WebFault:
    """The fault as a person may read it, with a word for code."""
    chain = list(_chain(fault))
    if any(isinstance(f, ssl.SSLCertVerificationError) for f in chain):
        return WebFault("tls", f"{host} shows a certificate that this computer does not trust.")
    if any(isinstance(f, ssl.SSLError) for f in chain):
        return WebFault("tls", f"No secure connection to {host} could be made.")
    if isinstance(fault, httpx.ConnectTimeout | httpcore.ConnectTimeout):
        return WebFault("unreachable", f"{host} could not be reached within {connect:.0f} s.")
    if isinstance(fault, httpx.TimeoutException | httpcore.TimeoutException):
        return WebFault("timeout", f"{host} did not finish its answer within {total:.0f} s.")
    if isinstance(fault, httpx.ProxyError | httpcore.ProxyError):
        return WebFault("proxy", f"The proxy did not let the request to {host} through.")
    if isinstance(fault, httpx.ConnectError | httpcore.ConnectError):
        return WebFault("unreachable", f"No server answers at {host}.")
    if isinstance(fault, httpx.InvalidURL | UnicodeError):
        return WebFault("address", f"“{host[:80]}” is not a web address.")
    if isinstance(fault, httpx.NetworkError | httpcore.NetworkError | OSError) or _broke_off(fault):
        return WebFault("cut", f"{host} broke off its answer, or did not answer at all.")
    return WebFault("protocol", f"{host} does not answer as a web server does.")


def _broke_off(fault: Exception) -> bool:
    # h11 says so in these words only; it has no class of its own for it.
    return any(t in str(fault) for t in ("without sending", "Server disconnected", "incomplete"))


def _chain(fault: BaseException | None) -> Iterator[BaseException]:
    while fault is not None:
        yield fault
        fault = fault.__cause__ or fault.__context__
