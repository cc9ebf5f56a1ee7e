"""What mail servers send back is read: which mail did not arrive, where and why."""

from __future__ import annotations

from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default

import pytest

from listener.forward.bounces import Bounce, bounce_of

REPORT = """From: Mail Delivery System <MAILER-DAEMON@mail.example>
To: comms@brackenford.example
Subject: Mail delivery failed
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

This message was created automatically.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

{blocks}
--b
Content-Type: {kind}

{returned}
--b--
"""
BLOCK = """Action: {action}
Final-Recipient: rfc822;desk@highways.example
Status: {status}
Diagnostic-Code: smtp; {said}
"""
RETURNED = """From: comms@brackenford.example
To: desk@highways.example
Subject: Roadworks [CL-K7F3Q2]
Message-ID: <1@brackenford.example>

One lane.
"""


def read(text: str) -> EmailMessage:
    return BytesParser(policy=default).parsebytes(text.replace("\n", "\r\n").encode())  # type: ignore[return-value]


def report(
    action: str = "failed", status: str = "5.1.1", said: str = "550 5.1.1 no such user",
    kind: str = "message/rfc822", returned: str = RETURNED,
) -> EmailMessage:  # fmt: skip
    blocks = BLOCK.format(action=action, status=status, said=said)
    return read(REPORT.format(blocks=blocks, kind=kind, returned=returned))


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_a_report_names_the_mail_the_address_and_the_reason(kind: str) -> None:
    assert bounce_of(report(kind=kind)) == Bounce(
        "<1@brackenford.example>", "K7F3Q2", ("desk@highways.example",),
        "there is no such address (550 5.1.1 no such user)", True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("action", "status", "said", "why", "permanent"),
    [
        ("failed", "5.2.2", "552 quota exceeded", "the mailbox is full (552 5.2.2 quota", True),
        ("delayed", "4.2.2", "452 4.2.2 over quota", "the mailbox is full", False),
        ("failed", "5.0.0", "", "the mail was refused (5.0.0)", True),
        ("failed", "5.4.4", "no host", "no server is known for the address", True),
    ],
)
def test_reasons_are_in_words(
    action: str, status: str, said: str, why: str, permanent: bool
) -> None:
    found = bounce_of(report(action, status, said))
    assert found is not None
    assert found.why.startswith(why)
    assert found.permanent is permanent


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_a_report_of_success_is_no_bounce(action: str) -> None:
    assert bounce_of(report(action, "2.0.0", "250 OK")) is None


def test_an_answer_or_an_out_of_office_is_no_bounce() -> None:
    assert (
        bounce_of(read("From: a@b.example\nSubject: Re: Roadworks\n\nWe'll deal with it\n")) is None
    )
    away = "From: a@b.example\nAuto-Submitted: auto-replied\nSubject: Out of office\n\nI am away\n"
    assert bounce_of(read(away)) is None


def test_a_report_that_somebody_sent_on_is_no_bounce() -> None:
    inner = report().as_string()
    outer = (
        'From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="o"\n\n'
        f"--o\nContent-Type: message/rfc822\n\n{inner}\n--o--\n"
    )
    assert bounce_of(read(outer)) is None


def test_what_exim_says_in_a_header_alone_is_enough() -> None:
    text = (
        "From: Mail Delivery System <Mailer-Daemon@mail.example>\n"
        "X-Failed-Recipients: desk@highways.example\nSubject: Mail delivery failed\n\n"
        "A message that you sent could not be delivered.\n\nMessage-ID: <1@brackenford.example>\n"
    )
    found = bounce_of(read(text))
    assert found is not None
    assert found.recipients == ("desk@highways.example",)
    assert found.message_id == "<1@brackenford.example>"


def test_what_a_strangers_server_says_stays_on_one_line() -> None:
    found = bounce_of(report(said="550 5.1.1 \x1b[31mno\t" + "x" * 500))
    assert found is not None
    assert found.why.isprintable()
    assert len(found.why) < 250
