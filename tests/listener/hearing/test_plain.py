"""Whatever a source sends becomes plain text, bounded and without tricks."""

from __future__ import annotations

import json
import random
import re
import time
from pathlib import Path

import pytest

from listener.sources import plain
from listener.sources.plain import from_html, one_line, safe_link, tidy


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"), ("One<br>Two", "One\nTwo"),
        ("<ul><li>a<li>b</ul>", "a\nb"), ("Marks &amp; Spencer &pound;5", "Marks & Spencer £5"),
        ("5 &lt; 6", "5 < 6"), ("I <3 this park", "I <3 this park"),
        ("<script>alert(1)</script>Bins", "Bins"), ("<style>p{}</style>Bins", "Bins"),
        ("<math><mtext></p><img src=x onerror=alert(1)><p>Fine text</p>", "Fine text"),
        ("a\u202efdp.exe", "afdp.exe"), ("a\x00\x08\x1bb", "ab"), ("a\ud800b", "ab"),
        ("  two   spaces\u00a0here ", "two spaces here"), ("a\r\nb\rc", "a\nb\nc"),
        ("one\n\n\n\n\ntwo", "one\n\ntwo"),
        ("Llŷn پاکستان ਪੰਜਾਬੀ 中文 👨‍👩‍👧", "Llŷn پاکستان ਪੰਜਾਬੀ 中文 👨‍👩‍👧"),
        ("<![><img src=x>words", "words"), ("", ""),
    ],
)  # fmt: skip
def test_html_becomes_the_words_a_person_would_read(markup: str, text: str) -> None:
    assert from_html(markup) == text


def test_two_thousand_marks_on_one_letter_become_four() -> None:
    assert len(tidy("Z" + "\u0301\u0324" * 1000)) == 5


def test_a_long_text_is_cut_with_a_sign_that_it_was() -> None:
    assert tidy("x" * 100_000).endswith("x…")
    assert len(tidy("x" * 100_000)) == 20_000
    assert len(one_line("T" * 5_000_000)) == 500


def test_a_title_is_one_line() -> None:
    assert one_line("Bins\r\nBcc: all@example.org\t now") == "Bins Bcc: all@example.org now"


def test_html_nested_fifty_thousand_deep_is_read_at_once() -> None:
    for tag in ("div", "b", "span", "table"):
        began = time.process_time()
        assert from_html(f"x<{tag}>" * 50_000).startswith("x")
        assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd",
     "\\\\10.0.0.9\\share", "vbscript:x", "smb://10.0.0.9/x", "mailto:a@example.org", "/news/1",
     "http://[::1", "http://", "http://example.org/" + "a" * 5000, "http://a b.example/"],
)  # fmt: skip
def test_only_web_links_are_kept(link: str) -> None:
    assert safe_link(link) == ""


def test_a_web_link_is_kept_without_the_override_that_disguises_it() -> None:
    assert safe_link("http://example.org/\u202efdp.exe") == "http://example.org/fdp.exe"


def test_no_given_payload_leaves_a_tag_that_could_act(shared: Path) -> None:
    payloads = json.loads((shared / "data/hostile/payloads.json").read_text(encoding="utf-8"))
    texts = [str(p["payload"]) for p in payloads]
    assert len(texts) == 587
    for payload in texts:
        text = from_html(payload)
        # What is left is shown as plain text everywhere; a tag in it was written as text.
        left = re.search(r"<(script|img|svg|iframe|object)\b", text, re.I)
        assert left is None or "&lt;" in payload.lower() or "&#" in payload
        assert not re.search(r"[\x00-\x08\u202a-\u202e]", text)


PIECES = (
    "<p>", "</p>", "<b>", "</b>", "<i >", '<a href="x?a=1&amp;b">', "</a>", "<A HREF='y'>",
    '<img src="a" alt="b c" />', "<img alt='&lt;'>", "<span class=\"q\" style='z'>", "</span>",
    "<br/>", "<li>", "<u>", "</STRONG>", "<a b c='d'>", "</x>", "<!-- c -->", "<a href=x>", "<",
    " ", "\n", "text", "a > b", "&amp;", "&lt;b&gt;", "&amp;lt;", "&copy", "&notit", "&#8217;",
    "&#x80;", "&#0;", "&#", "&#6", "0;", "&am", "p;", "&", "\u00a0", "\ufeff", "é", "😀", "\r", '"',
)  # fmt: skip


def test_usual_tags_go_as_the_cleaner_would_take_them_out(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)
    texts = ["".join(chance.choices(PIECES, k=chance.randrange(1, 14))) for _ in range(20_000)]
    ours = [from_html(text) for text in texts]
    monkeypatch.setattr(plain, "_PLAIN_TAG", re.compile("(?!)"))
    assert ours == [from_html(text) for text in texts]
