"""What a mail answers: read off its link, else its first words; programs answer nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listener.forward.answers import AnswerMail, read
from tests.listener.answers import mails
from tests.listener.answers.mails import mail, ready
from tests.listener.answers.town import NOW


def seen(raw: bytes) -> AnswerMail:
    return read(raw, NOW.replace(hour=10))


def test_a_ready_reply_says_what_its_blanks_say() -> None:
    one = seen(ready("ours", "Crew booked for the afternoon", tail=mails.OUTLOOK_SIGNATURE))
    assert (one.token, one.kind, one.passed) == ("7F3K2", "ours", "")
    assert one.said == "We'll deal with it.\nCrew booked for the afternoon"
    one = seen(ready("notours", "Waste and recycling", "Cllr rang too"))
    assert (one.kind, one.whose) == ("not_ours", "Waste and recycling")
    assert "Cllr rang too" in one.said
    one = seen(ready("inhand", "Friday 5pm"))
    assert (one.kind, one.until) == ("in_hand", datetime(2026, 11, 27, 17, tzinfo=UTC))
    one = seen(ready("finished", "Fixed", "Signs turned, hours on the board corrected"))
    assert (one.kind, one.action) == ("finished", "fixed")
    assert one.changed == "Signs turned, hours on the board corrected"
    one = seen(ready("finished", "No action: the closure is permitted"))
    assert (one.kind, one.action, one.changed) == ("finished", "none", "")


@pytest.mark.parametrize("kind", ["ours", "notours", "inhand", "finished"])
def test_a_ready_reply_sent_as_it_is_counts(kind: str) -> None:
    one = seen(ready(kind, tail=mails.OUTLOOK_SIGNATURE + mails.SMALL_PRINT))
    assert one.kind == kind.replace("notours", "not_ours").replace("inhand", "in_hand")
    assert one.why == one.whose == one.changed == ""
    assert one.until is None


@pytest.mark.parametrize(
    ("subject", "token", "kind"),
    [
        ("[CL-7F3K2-ours] We'll deal with it: Roadworks", "7F3K2", "ours"),
        ("[EXT] [CL-7F3K2-ours] We'll deal with it", "7F3K2", "ours"),
        ("[EXTERNAL] CL-7F3K2-notours Not for us", "7F3K2", "not_ours"),
        ("(CL\N{NON-BREAKING HYPHEN}7F3K2\N{EN DASH}inhand) In hand", "7F3K2", "in_hand"),
        ("[CL-7F3K2- finished] Finished", "7F3K2", "finished"),
        ("[cl-7f3k2-FINISHED]", "7f3k2", "finished"),
        ("[CL-ab_c-d9-not-ours] Not for us", "ab_c-d9", "not_ours"),
        (mails.encoded("[CL-7F3K2-ours] We'll deal with it: Café closure"), "7F3K2", "ours"),
    ],
)
def test_the_subject_may_be_mangled(subject: str, token: str, kind: str) -> None:
    raw = mail("", "x", html="<p> </p>").replace(b"Subject: x", f"Subject: {subject}".encode())
    one = seen(raw)
    assert (one.token, one.kind) == (token, kind)


@pytest.mark.parametrize("prefix", ["RE: ", "Re: ", "AW: ", "[EXT] Re: ", "ATB: ", "RE: RE: "])
def test_a_plain_reply_to_the_digest_is_read_by_its_first_words(prefix: str) -> None:
    one = seen(mail("Done" + mails.OUTLOOK_QUOTE, prefix + mails.SUBJECT,
                    In_Reply_To=mails.DIGEST_ID))  # fmt: skip
    assert (one.token, one.kind, one.refs) == ("7F3K2", "finished", (mails.DIGEST_ID,))
    assert one.said == "Done"


@pytest.mark.parametrize(
    ("body", "html", "kind", "said"),
    [
        ("Ours.\n" + mails.OUTLOOK_SIGNATURE + mails.OUTLOOK_QUOTE, "", "ours", "Ours."),
        ("in hand until Friday" + mails.IOS_QUOTE, "", "in_hand", "in hand until Friday"),
        ("Done\n" + mails.GMAIL_QUOTE, "", "finished", "Done"),
        (mails.GMAIL_QUOTE + "\nNot for us, it's the county's\n", "", "not_ours",
         "Not for us, it's the county's"),
        ("", mails.OUTLOOK_HTML, "not_ours",
         "Not ours I’m afraid, this is for Waste and recycling."),
        ("", mails.GMAIL_HTML, "finished", "Done, signs turned this morning."),
        ("", mails.IOS_HTML, "in_hand", "In hand until Friday"),
        ("", mails.OWA_HTML, "ours", "We'll pick this up today."),
        ("CAUTION: This email originated from outside of the organisation.\n\nWill do\n"
         + mails.SMALL_PRINT, "", "ours", "Will do"),
        ("Hi Amy\n\nOn it, thanks\n\nHighways\n-- \nFinished? Not for us", "", "ours",
         "Hi Amy\n\nOn it, thanks\n\nHighways"),
    ],
)  # fmt: skip
def test_quotes_signatures_and_banners_say_nothing(
    body: str, html: str, kind: str, said: str
) -> None:
    one = seen(mail(body, html=html, In_Reply_To=mails.DIGEST_ID))
    assert (one.kind, one.said) == (kind, said)


@pytest.mark.parametrize(
    "body", ["Noted, thanks", "Is this ours?", "When did this start?", "", "We've fixed the sign; "
             "the lights are not ours"],
)  # fmt: skip
def test_what_is_not_clear_is_left_to_the_officer(body: str) -> None:
    one = seen(mail(body + mails.OUTLOOK_QUOTE))
    assert one.kind is None
    assert "cannot be read" in one.why


def test_a_later_mail_in_the_thread_of_a_ready_reply_is_read_by_its_words() -> None:
    subject = "RE: [CL-7F3K2-ours] We'll deal with it: Roadworks"
    assert seen(mail("All done now, signs turned", subject)).kind == "finished"
    assert seen(mail("What time is the school run?", subject)).kind is None
    assert seen(mail("We'll deal with it.", subject)).kind == "ours"


def test_a_link_and_words_that_contradict_each_other_are_left_to_the_officer() -> None:
    one = seen(mail("Not for us, sorry", "[CL-7F3K2-ours] We'll deal with it: Roadworks"))
    assert one.kind is None
    assert "its words say" in one.why


def test_a_mail_passed_on_answers_nothing_by_itself() -> None:
    one = seen(mail("Dave, done this one?" + mails.OUTLOOK_QUOTE, f"FW: {mails.SUBJECT}"))
    assert (one.token, one.kind) == ("7F3K2", None)
    assert "passes the mail on" in one.why


def test_the_token_may_stand_in_our_own_address() -> None:
    one = seen(mail("ours", "Roadworks", to="comms.replies+7f3k2@brackenford.example"))
    assert (one.token, one.kind) == ("7f3k2", "ours")


AWAY = "I am out of the office until Monday 30 November. For urgent matters ring 01632 960001."


@pytest.mark.parametrize(
    "headers",
    [
        {"subject": f"Automatic reply: {mails.SUBJECT}"},
        {"subject": f"Out of Office: {mails.SUBJECT}"},
        {"subject": f"RE: {mails.SUBJECT}", "Auto_Submitted": "auto-replied"},
        {"subject": f"RE: {mails.SUBJECT}", "X_Autoreply": "yes"},
        {"subject": f"RE: {mails.SUBJECT}", "Precedence": "bulk"},
        {"subject": f"RE: {mails.SUBJECT}", "Return_Path": "<>"},
        {"subject": f"Accepted: {mails.SUBJECT}"},
        {"subject": f"Read: {mails.SUBJECT}"},
        {"subject": f"RE: {mails.SUBJECT}"},  # by its words alone
        {"subject": "Automatic reply: [CL-7F3K2-finished] Finished: Roadworks"},
    ],
)
def test_an_automatic_reply_never_counts(headers: dict[str, str]) -> None:
    one = seen(mail(AWAY, **headers))  # type: ignore[arg-type]
    assert (one.passed, one.kind) == ("auto", None)
    assert one.why


def test_a_receipt_of_a_ticket_system_never_counts() -> None:
    said = "Your enquiry has been received and logged as ticket #4711. We'll deal with it."
    assert seen(mail(said)).passed == "auto"


def test_a_person_on_exchange_is_no_program() -> None:
    raw = mail("Ours", X_Auto_Response_Suppress="DR, OOF, AutoReply", Auto_Submitted="no")
    assert (seen(raw).passed, seen(raw).kind) == ("", "ours")


def test_a_bounce_is_known_as_one() -> None:
    assert seen(mails.DSN).passed == "bounce"


def test_a_mail_without_an_id_gets_the_same_one_each_time() -> None:
    raw = mail("ours").replace(b"Message-ID", b"X-No")
    assert seen(raw).message_id == seen(raw).message_id
    assert seen(raw).message_id != seen(raw + b" ").message_id


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe\x00", b"\n\n", b"From nobody", b"Subject: =?x?B"])
def test_what_is_no_mail_is_said_to_be_none(raw: bytes) -> None:
    assert seen(raw).kind is None


HEADS = st.lists(
    st.tuples(
        st.sampled_from(["From", "To", "Subject", "Date", "Message-ID", "References", "In-Reply-To",
                         "Content-Type", "Content-Transfer-Encoding", "Auto-Submitted", "Cc"]),
        st.text(max_size=80) | st.sampled_from(
            ["multipart/mixed; boundary=b", "text/html; charset=x-unknown", "base64",
             "=?utf-8?B?W0NMLTdGM0syLW91cnNd?=", "<a@b> <c@d>", "[CL-7F3K2-ours]", '"\\" <@',
             "Tue, 99 Nov 99999 99:99:99 +9999", "message/rfc822"]),
    ),
    max_size=12,
)  # fmt: skip


@given(HEADS, st.text(max_size=400), st.binary(max_size=200))
def test_no_mail_breaks_the_reader(heads: list[tuple[str, str]], body: str, more: bytes) -> None:
    said = "".join(f"{name}: {value}\r\n" for name, value in heads) + "\r\n" + body
    one = seen(said.encode("utf-8", "surrogatepass") + more)
    assert one.message_id
    assert len(one.said) <= 4_000


def test_an_endless_mail_is_read_in_no_time() -> None:
    for piece in ("> ", "From: a\n", "On 1 ", "<blockquote>", "[CL-", "Whose is it? "):
        assert seen(mail(piece * 20_000)).message_id
        assert seen(mail("", html=piece * 20_000)).message_id
