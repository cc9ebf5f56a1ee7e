"""The links of a digest open a ready reply in any mail program, and answer nothing themselves."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listener.forward.answerlinks import BLANKS, LONGEST, ready_text, reply_links, subject_tag
from listener.handoff import RESPONSES

BOX = "comms.replies@brackenford.example"


def read(link: str) -> tuple[str, str, str]:
    """The address, the subject and the body that a mail program makes of a link."""
    parts = urlsplit(link)
    assert parts.scheme == "mailto"
    asked = parse_qs(parts.query, strict_parsing=True)
    return unquote(parts.path), asked["subject"][0], asked["body"][0]


def test_there_is_a_link_for_each_answer_in_the_words_of_the_service() -> None:
    links = reply_links(BOX, "7F3K2", "Roadworks · Wolverton Road: 14 posts & more")
    assert [words for words, _ in links] == list(RESPONSES.values())
    for (words, link), kind in zip(links, RESPONSES, strict=True):
        address, subject, body = read(link)
        assert address == BOX
        begun = f"{subject_tag('7F3K2', kind)} {words}: "
        assert subject == f"{begun}Roadworks · Wolverton Road: 14 posts & more"
        assert body == ready_text(kind)
        assert all(question in body for question in BLANKS[kind])


def test_no_plus_and_no_bare_line_end_stands_in_a_link() -> None:
    for _, link in reply_links("a+b@brackenford.example", "7F3K2", "Bins + boxes\r\nBcc: x@y.z"):
        assert "+" not in link
        assert "\n" not in link
        assert link.isascii()
        assert "%0A" not in link.replace("%0D%0A", "")
        assert "\n" not in read(link)[1]


def test_a_digest_that_bears_its_token_already_does_not_bear_it_twice() -> None:
    subject = read(reply_links(BOX, "7F3K2", "[CL-7F3K2] Wolverton Road")[0][1])[1]
    assert subject == "[CL-7F3K2-ours] We'll deal with it: Wolverton Road"


@given(st.text(max_size=3000), st.sampled_from([BOX, "x" * 200 + "@brackenford.example"]))
def test_no_subject_makes_a_link_too_long(subject: str, box: str) -> None:
    for _, link in reply_links(box, "7F3K2", subject.encode(errors="replace").decode()):
        assert len(link) <= LONGEST
        assert read(link)[1].startswith("[CL-7F3K2-")


@pytest.mark.parametrize("box", ["", "  "])
def test_without_a_mailbox_there_are_no_links(box: str) -> None:
    assert reply_links(box, "7F3K2", "Wolverton Road") == ()
