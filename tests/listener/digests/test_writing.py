"""How a digest reads: short, known works first, what a crew could fix, quotes, what is missing."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listener.forward.digest import MOST_LINES, Matter, attached_of, built, short_topic
from listener.forward.letter import (
    FIX,
    KNOWN_WORKS,
    MASKED,
    NOT_HEARD,
    REPLY,
    SAID,
    THEY_ASK,
    WITHHELD,
    Block,
    blocks_of,
    plain_text,
)
from listener.forward.render import csv_of, html_of, table_html
from tests.listener.digests.saying import HIGHWAYS, STORM, matter, post, posts, spike

LINKS = (("We'll deal with it", "mailto:a@b.example?subject=x&body=y"), ("Finished", "mailto:c"))


def written(made: Matter) -> str:
    letter = built(made)
    assert letter is not None
    return plain_text(letter.blocks)


def test_the_subject_says_what_where_how_many_in_how_long() -> None:
    letter = built(matter(posts(*STORM)))
    assert letter is not None
    assert letter.subject == "Roadworks on Wolverton Road: 14 posts in 90 minutes"


def test_a_spike_says_what_people_say_how_unusual_it_is_the_works_and_what_they_ask() -> None:
    text = " ".join(
        written(matter(posts(*STORM), works=("gas main renewal, to 12 December",))).split()
    )
    assert text.startswith("Residents say ")
    assert "14 posts from 11 people since Tue 24 Nov 07:40: 11 complaints, 3 questions." in text
    assert "A usual Tuesday has 1 to 3 by now (busier than 49 of 50 Tuesdays)." in text
    assert f"{KNOWN_WORKS}: gas main renewal, to 12 December." in text
    assert f"{THEY_ASK}: a diversion" in text
    assert text.index(KNOWN_WORKS) < text.index(THEY_ASK) < text.index("“")
    assert text.count("“") == 3
    assert MASKED in text
    assert REPLY in text
    assert f"{len(STORM) - 3} more posts are attached." in text
    assert SAID not in text  # nothing here is a defect, so nothing needs to be told apart


def test_what_a_crew_could_fix_comes_first_each_with_a_blank_for_its_reference() -> None:
    fault = post(
        "Steel plate over the trench has lifted", title="Raised metal plate, Wolverton Road",
        channel="report_site", kind="report", category="Potholes and road surface",
    )  # fmt: skip
    text = written(matter((*posts(*STORM), fault)))
    assert text.index(FIX) < text.index(SAID) < text.index(THEY_ASK)
    flat = " ".join(text.split())
    assert "- Wolverton Road, potholes: raised metal plate, 1 report. Your reference: ____" in flat


def test_a_danger_to_a_person_is_no_place_to_fix_and_no_quote() -> None:
    danger = post("Cyclist down by the plate", kind="danger", grade="person", private="danger")
    text = written(matter((*posts(*STORM), danger)))
    assert FIX not in text
    assert "Cyclist" not in text
    assert f"{WITHHELD}: 1 post, which may be about danger" in text


def test_what_was_not_heard_is_said() -> None:
    text = written(matter(posts(*STORM), unheard=("2 of 14 sources (A, B)", "closed groups")))
    assert f"{NOT_HEARD}: 2 of 14 sources (A, B); closed groups." in text


def test_what_came_since_the_last_digest_is_called_so() -> None:
    letter = built(matter(posts(*STORM[:4]), told_before=True))
    assert letter is not None
    assert letter.subject == "Roadworks on Wolverton Road: 4 more posts since Tue 24 Nov 07:40"
    assert "You were told of this before" in plain_text(letter.blocks).replace("\n", " ")


def test_where_nothing_is_new_nothing_is_written() -> None:
    assert built(matter(())) is None
    assert built(matter(posts("Long delays", counted=False, kind="news"))) is None


def test_a_sensitive_matter_has_no_quotes_no_words_nothing_attached_and_a_ward_at_most() -> None:
    said = posts(*STORM, places=("Victoria Park Tipley",))
    made = matter(
        said, sensitive=True, spike=spike(place="Victoria Park Tipley"), works=("Secret works",)
    )
    letter = built(made)
    assert letter is not None
    text = letter.subject + plain_text(letter.blocks)
    assert "in Tipley" in letter.subject
    assert "Victoria" not in text
    assert "“" not in text
    assert "Secret" not in text
    assert "sensitive matter" in text
    assert attached_of(made) == ()


def test_a_sensitive_topic_in_the_digest_of_an_area_is_told_by_its_ward() -> None:
    said = posts("They moved on to the field", "And more of them", places=("Priory Park",))
    made = matter(said, spike=None, close=frozenset({said[0].category}))
    assert "Priory" not in written(made)


def test_an_area_is_told_what_is_most_about_and_its_top_five() -> None:
    many = [
        p
        for n, place in enumerate(("High Street", "Mill Street", "Park Lane", "Cinder Bank",
                                   "Hagley Street", "Station Road", "Dudmaston Way"))
        for p in posts(*["Lights out for weeks here"] * (9 - n), places=(place,),
                       category="Street lighting")
    ]  # fmt: skip
    letter = built(matter(tuple(many), spike=None, spikes=(spike(),)))
    assert letter is not None
    assert letter.subject == (
        "Highways and transport: 42 posts, 9 about street lighting on High Street"
    )
    items = [b.text for b in letter.blocks if b.kind == "item"]
    assert items[0].startswith("Spike: Roadworks on Wolverton Road: 14 posts from 11 people")
    assert len(items) == 7
    assert items[-1] == "Other things: 7 posts"


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 60), st.lists(st.text(max_size=120), max_size=3), st.booleans())
def test_it_is_never_longer_than_a_screen(n: int, words: list[str], one_spike: bool) -> None:
    places = ("High Street", "Mill Street", "Park Lane", "Cinder Bank", "Hagley Street")
    said = tuple(
        post(STORM[i % len(STORM)], places=(places[i % 5],), kind="report", category=f"Topic {i}")
        for i in range(n)
    )
    made = matter(said, spike=spike() if one_spike else None, works=tuple(words))
    letter = built(made)
    assert letter is not None
    assert plain_text(letter.blocks).count("\n") <= MOST_LINES + 3 * len(words)
    assert all(len(line) <= 72 for line in plain_text(letter.blocks).splitlines())


def test_topics_are_said_shortly() -> None:
    assert short_topic("Roadworks and closures") == "Roadworks"
    assert short_topic("Drains, gullies and highway flooding") == "Drains"
    assert short_topic("Fire, gas leak, explosion") == "Fire, gas leak, explosion"


# Plain text and back


def test_the_plain_text_is_read_back_as_it_was_written() -> None:
    letter = built(matter(posts(*STORM), works=("gas main renewal, Cadent",), unheard=("groups",)))
    assert letter is not None
    assert blocks_of(plain_text(letter.blocks)) == letter.blocks


@settings(max_examples=200)
@given(st.text())
def test_no_word_that_an_officer_typed_is_lost(text: str) -> None:
    shown = plain_text(blocks_of(text))
    assert [c for c in shown if c.isalnum()] == [c for c in text if c.isalnum()]
    assert plain_text(blocks_of(shown)).split() == shown.split()


# HTML and CSV


class Seen(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_has_a_language_headings_tables_for_layout_alone_and_fetches_nothing() -> None:
    letter = built(matter(posts(*STORM)))
    assert letter is not None
    seen = Seen(html_of(letter.subject, letter.blocks, LINKS))
    names = [t for t, _ in seen.tags]
    assert ("html", {"lang": "en-GB"}) in seen.tags
    assert names.count("h1") == 1
    assert all(a.get("role") == "presentation" for t, a in seen.tags if t == "table")
    assert not {"img", "script", "link", "style", "iframe", "form"} & set(names)
    assert [a["href"] for t, a in seen.tags if t == "a"] == [href for _, href in LINKS]
    assert not [a for _, a in seen.tags if {"src", "background"} & set(a)]


@settings(max_examples=100)
@given(st.text(), st.text())
def test_whatever_is_said_stays_words_in_the_page(subject: str, said: str) -> None:
    kinds = ("text", "labelled", "heading", "item", "quote", "note")
    plain = [t for t, _ in Seen(html_of("", [Block(k, "", "L") for k in kinds])).tags]
    seen = Seen(html_of(subject, [Block(k, said, "L") for k in kinds]))
    assert [t for t, _ in seen.tags] == plain


@pytest.mark.parametrize("evil", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "＝1"])
def test_no_cell_of_the_table_is_a_formula(evil: str) -> None:
    shown = matter(posts(f"{evil} and the lights are out again"), spike=None).attached
    table, lines = csv_of(shown)
    cells = [c for row in csv.reader(io.StringIO(table)) for c in row]
    assert not [c for c in cells if c[:1] in set("=+-@\t＝")]
    assert table.endswith(lines[0])


def test_the_table_names_no_author_and_links_only_to_reports_and_articles() -> None:
    said = (
        post("Lights out", url="https://toots.example/@jo/1"),
        post("Plate lifted", url="https://reports.example/77", channel="report_site"),
    )
    table, _ = csv_of(matter(said).attached)
    assert "https://reports.example/77" in table
    assert "@jo" not in table
    assert "Author" not in table


def test_the_table_can_be_read_as_a_page() -> None:
    table, _ = csv_of(matter(posts(*STORM)).attached)
    seen = Seen(table_html("Roadworks", table))
    heads = [a for t, a in seen.tags if t == "th"]
    assert heads
    assert all(a["scope"] == "col" for a in heads)
    assert table_html("Roadworks", "") == ""


def test_of_everything_heard_an_area_reads_its_own_topics_first() -> None:
    whole = spike(category="", place="", title="Everything heard", posts=90, people=70)
    letter = built(matter(posts(*STORM), spike=whole))
    assert letter is not None
    assert letter.subject == f"{HIGHWAYS}: {len(STORM)} posts, {len(STORM)} about roadworks"
    text = " ".join(plain_text(letter.blocks).split())
    assert f"On your topics: {len(STORM)} posts from " in text
    assert "Everything that was heard in that time: 90 posts from 70 people" in text
    assert "Roadworks on Wolverton Road: " in text
