"""Why a line to a mail server broke, in words; the same for sending and for reading."""

from __future__ import annotations

import socket
import ssl


def line_fault(fault: Exception, host: str, where: str, nobody: str) -> str:
    """A clause without a full stop. where: host and port; nobody: said where no program listens."""
    match fault:
        case ssl.SSLCertVerificationError():
            return (
                f"the certificate of {where} is not trusted ({fault.verify_message}); where the "
                "council has a certificate authority of its own, give its file in Settings, Mail"
            )
        case ssl.SSLError():
            return f"{where} does not speak TLS as set ({fault.reason or 'no common language'})"
        case TimeoutError():
            return f"{where} did not answer in time"
        case socket.gaierror():
            return f"no server is known by the name {host}"
        case ConnectionRefusedError():
            return nobody
        case OSError() if fault.strerror:
            return f"the line to {where} broke ({fault.strerror})"
    return f"the line to {where} broke"
