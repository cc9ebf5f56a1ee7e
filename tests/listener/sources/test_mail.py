"""A mail that somebody saved becomes a mention."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from listener.errors import NotUnderstood
from listener.sources.mail import mail_of

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)


def test_a_mail_gives_its_words_author_date_and_id() -> None:
    one = mail_of(
        b"From: =?utf-8?q?Zo=C3=AB_Quill?= <zoe@x.example>\r\n"
        b"Subject: Lights <urgent> on Mill Street\r\n"
        b"Date: Sun, 5 Jul 2026 09:30:00 +0100 (BST)\r\n"
        b"Message-ID: <7@x.example>\r\nIn-Reply-To: <6@x.example>\r\n\r\nStill  dark.\r\n",
        NOW,
    )
    assert (one.author, one.title) == ("Zoë Quill", "Lights <urgent> on Mill Street")
    assert (one.text, one.id, one.thread) == ("Still  dark.", "7@x.example", "6@x.example")
    assert one.published == datetime(2026, 7, 5, 8, 30, tzinfo=UTC)
    assert one.channel == "email_alert"


def test_the_plain_part_is_preferred_and_html_is_made_plain() -> None:
    head = b'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n'
    html = b"--b\nContent-Type: text/html\n\n<p>In <b>bold</b></p><style>p{}</style>\n"
    plain = b"--b\nContent-Type: text/plain\n\nIn words\n"
    assert mail_of(head + html + plain + b"--b--", NOW).text == "In words"
    assert mail_of(head + html + b"--b--", NOW).text == "In bold"


def test_a_charset_that_nobody_knows_still_gives_the_words() -> None:
    mail = "Subject: x\nContent-Type: text/plain; charset=nope\n\nThe café\n".encode()
    assert mail_of(mail, NOW).text == "The café"


def test_a_mail_without_zone_is_london_time_and_a_future_one_has_no_date() -> None:
    at = mail_of(b"Subject: x\nDate: Sun, 5 Jul 2026 09:30:00\n\nBins\n", NOW)
    assert at.published == datetime(2026, 7, 5, 8, 30, tzinfo=UTC)
    later = mail_of(b"Subject: x\nDate: Sun, 5 Jul 2027 09:30:00 +0000\n\nBins\n", NOW)
    assert later.published is None
    assert "future" in later.date_fault


def test_a_mail_of_a_subject_alone_is_its_subject() -> None:
    one = mail_of(b"Subject: Road shut\n\n", NOW)
    assert (one.title, one.text) == ("", "Road shut")


@pytest.mark.parametrize(
    "data",
    [
        b"", b"no mail at all", b"From: a@x.example\n\n", b"\x00\x01\x02",
        b"".join(
            b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3000)
        ),
    ],
)  # fmt: skip
def test_what_is_no_mail_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(NotUnderstood, match=r"Nothing was taken\."):
        mail_of(data, NOW)
