"""One mail is written so that every program reads it, and nothing in it can add a header."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listener.errors import NotUnderstood
from listener.forward.mail import (
    Letter,
    Sender,
    new_message_id,
    readdressed,
    tagged,
    token_in,
    written,
)
from listener.mailbox import address_fault, sent_as

NOW = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
SENDER = Sender("comms@brackenford.example", "Brackenford", "answers@brackenford.example")
LETTER = Letter(
    ("desk@highways.example",), "Roadworks: 14 posts", "One lane.\n", "<p>One lane.</p>",
    "a,b\n1,£2\n", token="K7F3Q2",
)  # fmt: skip
HEADERS = [
    "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "X-Council-Listener-Digest",
    "MIME-Version", "Content-Type",
]  # fmt: skip


def read(raw: bytes) -> EmailMessage:
    return BytesParser(policy=default).parsebytes(raw)  # type: ignore[return-value]


def test_plain_text_html_and_a_table() -> None:
    raw = written(LETTER, SENDER, "<1@brackenford.example>", NOW)
    raw.decode("ascii")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    mail = read(raw)
    assert mail.keys() == HEADERS
    assert mail["Date"] == "Tue, 24 Nov 2026 09:05:00 +0000"
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert plain.get_content() == "One lane.\r\n"
    assert html.get_content() == "<p>One lane.</p>\r\n"
    (table,) = mail.iter_attachments()
    assert (table.get_content_type(), table.get_filename()) == ("text/csv", "posts.csv")
    assert table.get_content() == "\ufeffa,b\n1,£2\n"


def test_letters_of_every_kind_arrive() -> None:
    letter = Letter(("desk@bücher.example",), "Bänk Street – 雪 " * 20, "£5 – naïve ❄\n")
    mail = read(written(letter, Sender("c@b.example", "Cyngor Sir Fôn"), "<1@b.example>", NOW))
    assert mail["To"] == "desk@xn--bcher-kva.example"
    assert str(mail["From"]) == "Cyngor Sir Fôn <c@b.example>"
    assert mail["Subject"].startswith("Bänk Street – 雪 Bänk Street")
    assert mail.get_content() == "£5 – naïve ❄\r\n"


NASTY = st.text(
    st.sampled_from("aé\r\n\v\f\x1c\x85\u2028\u202e\x00 :,;<>@\"'()[]=?_\ud800"), max_size=60
)


@given(NASTY, NASTY, NASTY)
def test_no_text_adds_a_header_or_breaks_the_mail(subject: str, name: str, text: str) -> None:
    letter = Letter(
        LETTER.to, f"{subject}\r\nBcc: x@evil.example", f"{text}\r\n.\r\nMAIL FROM:<x>\n",
        f"<p>{text}</p>", f"{text}\n", f"../{name}.csv", token="K7F3Q2",
    )  # fmt: skip
    mail = read(written(letter, Sender(SENDER.address, name, SENDER.reply_to), "<1@b.x>", NOW))
    assert mail.keys() == HEADERS
    assert mail["To"] == "desk@highways.example"
    assert not mail.defects
    (table,) = mail.iter_attachments()
    assert "/" not in str(table.get_filename())


@pytest.mark.parametrize(
    "address",
    ["", "desk", "@x.example", "a@b@c.example ", "a b@x.example", "a@x.example\r\nBcc: y@z.example",
     "a@x.example,b@y.example", "<a@x.example>", "a@-x.example", "a..b@x.example", "é@x.example",
     "a@x..example", f"{'a' * 65}@x.example"],
)  # fmt: skip
def test_what_cannot_be_an_address_is_refused_in_words(address: str) -> None:
    with pytest.raises(NotUnderstood, match="cannot be an e-mail address"):
        written(Letter((address,), "s", "t"), SENDER, "<1@b.example>", NOW)


def test_a_draft_opens_ready_to_send_with_a_hidden_copy() -> None:
    draft = read(written(LETTER, SENDER, "<1@brackenford.example>", NOW, draft=True))
    assert draft["X-Unsent"] == "1"
    assert draft["Bcc"] == "answers@brackenford.example"
    nobody = read(written(LETTER, Sender(""), "<1@brackenford.example>", NOW, draft=True))
    assert nobody["From"] is None
    with pytest.raises(NotUnderstood, match="No address to send from"):
        written(LETTER, Sender(""), "<1@brackenford.example>", NOW)


def test_answers_can_find_their_digest_by_the_address_and_by_the_subject() -> None:
    plus = Sender(SENDER.address, "", SENDER.reply_to, plus=True)
    mail = read(written(LETTER, plus, "<1@b.example>", NOW))
    assert mail["Reply-To"] == "answers+K7F3Q2@brackenford.example"
    assert token_in(f"RE: {mail['Subject']}") == "K7F3Q2"
    assert token_in("RE: Roadworks [CL-K7F3Q2-ours] We'll deal with it") == "K7F3Q2"
    assert token_in("[CL-]") == token_in("bins") == ""
    once = tagged(tagged("Roadworks", "K7F3Q2"), "K7F3Q2")
    assert once == "Roadworks [CL-K7F3Q2]"
    assert len(tagged("long " * 100, "K7F3Q2")) == 200


def test_a_reminder_asks_for_no_holiday_notice_and_follows_its_mail() -> None:
    letter = Letter(LETTER.to, "Reminder", "Please answer.\n", answers="<1@b.example>",
                    automatic=True)  # fmt: skip
    mail = read(written(letter, SENDER, "<2@b.example>", NOW))
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["In-Reply-To"] == mail["References"] == "<1@b.example>"
    assert read(written(LETTER, SENDER, "<1@b.example>", NOW))["Auto-Submitted"] is None


def test_a_mail_to_other_addresses_is_the_same_mail() -> None:
    raw = written(LETTER, SENDER, "<1@b.example>", NOW)
    again = readdressed(raw, ("depot@highways.example",))
    assert read(again)["To"] == "depot@highways.example"
    assert read(again)["Message-ID"] == "<1@b.example>"
    before, after = read(raw).get_body(("html",)), read(again).get_body(("html",))
    assert before is not None
    assert after is not None
    assert before.get_content() == after.get_content()


def test_message_ids_are_never_the_same_and_need_no_address() -> None:
    made = {new_message_id("c@b.example") for _ in range(100)}
    assert len(made) == 100
    assert all(one.endswith("@b.example>") for one in made)
    assert new_message_id("").endswith("@council-listener.invalid>")


def test_addresses_are_said_as_servers_want_them() -> None:
    assert sent_as(" desk+roads@Highways.Example ") == "desk+roads@Highways.Example"
    assert address_fault("desk@highways.example") == ""
