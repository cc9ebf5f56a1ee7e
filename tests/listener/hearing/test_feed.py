"""Feeds of every kind become mentions; what is no feed is refused in words."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from html import escape

import pytest

from listener.sources.feed import parse
from listener.sources.parsed import NotAFeed, Parsed

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
ITEM = (
    "<item><title>Pothole on High Street</title><link>http://bugle.example/a1</link>"
    '<guid isPermaLink="false">a1</guid><pubDate>Sat, 21 Nov 2026 09:30:00 GMT</pubDate>'
    "<description>&lt;p&gt;Deep, outside the library.&lt;/p&gt;</description></item>"
)


def rss(*items: str, head: str = "", title: str = "Brackenford Bugle") -> bytes:
    return (
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" '
        'xmlns:georss="http://www.georss.org/georss" '
        f"xmlns:thr='http://purl.org/syndication/thread/1.0'><channel><title>{title}</title>"
        f"<link>http://bugle.example/</link>{head}{''.join(items)}</channel></rss>"
    ).encode()


def atom(entry: str) -> bytes:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" '
        'xmlns:thr="http://purl.org/syndication/thread/1.0">'
        "<title>Forum</title><id>f</id><updated>2026-11-21T09:30:00Z</updated>"
        f"<entry><id>tag:1</id><updated>2026-11-21T09:30:00Z</updated>{entry}</entry></feed>"
    ).encode()


def read(body: bytes, address: str = "http://bugle.example/feed", kind: str = "") -> Parsed:
    return parse(body, {"content-type": kind} if kind else {}, address, NOW)


def test_an_item_of_rss_is_heard_whole() -> None:
    feed = read(rss(ITEM))
    [heard] = feed.mentions
    assert (feed.title, feed.site, feed.cut) == (
        "Brackenford Bugle",
        "http://bugle.example/",
        False,
    )
    assert (heard.id, heard.title, heard.url) == (
        "a1", "Pothole on High Street", "http://bugle.example/a1",
    )  # fmt: skip
    assert (heard.text, heard.published) == ("Deep, outside the library.", AT)
    assert heard.channel == "news_feed"


@pytest.mark.parametrize(
    "body",
    [
        b'<rss version="0.91"><channel><title>t</title><item><title>T</title></item>'
        b"</channel></rss>",
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        b'xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>t</title></channel>'
        b'<item rdf:about="y"><title>T</title><link>http://a.example/</link></item></rdf:RDF>',
        b'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>t</title><entry>'
        b"<title>T</title><modified>2026-11-21T09:30:00Z</modified></entry></feed>",
        atom("<title>T</title>"),
        b'\xef\xbb\xbf\r\n\r\n<?xml version="1.0"?>' + rss("<item><title>T</title></item>"),
    ],
)
def test_every_kind_of_feed_is_read(body: bytes) -> None:
    assert [m.title for m in read(body).mentions] == ["T"]


def test_json_feed_is_read_by_our_own_reader() -> None:
    items = [
        {"id": 7, "url": "http://a.example/1", "title": "I <3 bins", "content_text": "a < b",
         "date_published": "2026-11-21T09:30:00Z", "authors": [{"name": "Amira"}]},
        {"content_html": "<p>One</p><script>x</script>", "external_url": "javascript:x"},
        "no item",
    ]  # fmt: skip
    body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": items})
    one, two = read(body.encode()).mentions
    assert (one.id, one.title, one.text, one.author) == ("7", "I <3 bins", "a < b", "Amira")
    assert one.published == AT
    assert (two.id, two.text, two.url, two.date_fault) == (
        "", "One", "", "the source gives no date",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "empty answer"), (b" \n", "empty answer"), (b'{"error": "x"}', "JSON that is no"),
        (b'{"version": ', "broken JSON"), (b"[" * 100_000, "broken JSON"), (b"[]", "that is no"),
        (b"<!doctype html><html><title>Log in</title></html>", "web page instead of a feed"),
        (b"SSH-2.0-OpenSSH", "no feed that we can read"), (b"\x00\x01\x02", "no feed"),
        (b"<rss>" + b"<item></item>" * 5001, "items at once"),
        (rss("<d>" * 30_000 + "</d>" * 30_000), "more than 500 deep"),
        (rss("<z " + " ".join(f'a{n}="1"' for n in range(20_000)) + "/>"), "attributes"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_refused_in_words(body: bytes, why: str) -> None:
    with pytest.raises(NotAFeed, match=why):
        read(body)


def test_a_feed_without_items_is_a_feed() -> None:
    assert read(rss()).mentions == ()


def test_a_cut_feed_keeps_its_whole_items_and_says_so() -> None:
    feed = read(rss(ITEM, ITEM.replace("a1", "a2"))[:-60])
    assert [m.id for m in feed.mentions] == ["a1"]
    assert feed.cut
    assert "cut off" in feed.notes[0]


def test_items_keep_what_little_they_have() -> None:
    feed = read(rss("<item><description>Only text</description></item>", ITEM, ITEM))
    assert [m.id for m in feed.mentions] == ["", "a1", "a1"]
    assert feed.mentions[0].text == "Only text"


def test_a_guid_stays_as_it_was_written_wherever_the_feed_lies() -> None:
    item = "<item><title>T</title><guid>/news/1</guid><link>/news/1</link></item>"
    [here] = read(rss(item), "http://bugle.example/feed").mentions
    [there] = read(rss(item), "http://www.bugle.example/rss").mentions
    assert here.id == there.id == "/news/1"
    assert here.url == "http://bugle.example/news/1"


def test_a_link_that_is_not_of_the_web_is_left_out_and_the_item_kept() -> None:
    [heard] = read(rss(ITEM.replace("http://bugle.example/a1", "javascript:alert(1)"))).mentions
    assert heard.url == ""


def test_atom_text_is_taken_as_it_says_and_its_html_as_html() -> None:
    [text] = read(
        atom("<title>a</title><content type='text'>I &lt;3 it &amp;amp; you</content>")
    ).mentions
    [html] = read(
        atom("<title>a</title><content type='html'>&lt;p&gt;x &amp;amp; y&lt;/p&gt;</content>")
    ).mentions
    assert (text.text, html.text) == ("I <3 it &amp; you", "x & y")


@pytest.mark.parametrize(
    "kind", ["text/xml", "text/xml; charset=iso-8859-1", "image/png", "text/html"]
)
def test_what_the_server_calls_it_does_not_change_the_words(kind: str) -> None:
    body = b'<?xml version="1.0" encoding="UTF-8"?>' + rss(ITEM.replace("Pothole", "Café £5"))
    assert "Café £5" in read(body, kind=kind).mentions[0].title


def test_comments_know_what_they_answer() -> None:
    [reply] = read(
        atom("<title>Re</title><thr:in-reply-to ref='tag:0' href='http://a.example/post'/>")
    ).mentions
    [post] = read(
        rss(ITEM.replace("<guid", "<comments>http://bugle.example/a1#c</comments><guid"))
    ).mentions
    assert (reply.thread, post.thread) == ("http://a.example/post", "http://bugle.example/a1#c")


def test_a_feed_of_comments_is_known_by_its_address_or_title() -> None:
    by_address = read(rss(ITEM), "http://bugle.example/comments/feed/").mentions[0]
    by_title = read(rss(ITEM, title="Comments on: Bins")).mentions[0]
    assert (by_address.channel, by_title.channel) == ("comment", "comment")


def test_what_a_feed_asks_between_polls_is_kept() -> None:
    assert read(rss(head="<ttl>60</ttl>")).min_interval == 3600
    hourly = "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"
    assert read(rss(head=hourly)).min_interval == 1800
    assert read(rss(head="<ttl>999999999</ttl>")).min_interval == 86_400


def test_a_report_site_gives_place_and_category_and_is_with_the_service_already() -> None:
    words = escape(escape("<p>Big pothole</p><br>Report on FixMyStreet"))
    item = (
        "<item><title>Pothole near Mill Street</title><link>http://fix.example/report/7</link>"
        f"<guid>http://fix.example/report/7</guid><category>Potholes</category>"
        f"<description>{words}</description><georss:point>52.5 -1.9</georss:point></item>"
    )
    [heard] = read(rss(item), "http://fix.example/rss/reports/Brackenford").mentions
    assert (heard.place, heard.category, heard.channel) == (
        "Mill Street",
        "Potholes",
        "report_site",
    )
    assert heard.already_routed
    assert heard.text == "Big pothole"


def test_a_report_that_names_no_road_keeps_its_point() -> None:
    item = (
        "<item><title>Pothole outside number 14</title><link>http://fix.example/report/8</link>"
        "<description>Deep</description><georss:point>52.5 -1.9</georss:point></item>"
    )
    [heard] = read(rss(item), "http://fix.example/rss/reports/Brackenford").mentions
    assert heard.place == "52.5 -1.9"


@pytest.mark.parametrize(
    "body",
    [
        rss(ITEM.replace("Pothole", "a&#xD800;b&#xFFFF;c&#0;d")),
        rss(ITEM.replace("Pothole", "&x;")).replace(
            b"<rss", b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss', 1
        ),
        rss(ITEM).replace(b"Pothole", b"a\x00\x08\x1bb"),
        rss(ITEM).replace(b"Pothole", b"Caf\xe9\xff"),
        rss(ITEM).decode().encode("utf-16-be"),
        b'<?xml version="1.0" encoding="x-council-8"?>' + rss(ITEM),
        rss(ITEM.replace("Deep", "&lt;![&gt;&lt;img " + "&lt;" * 40_000)),
    ],
)
def test_broken_bytes_are_read_or_refused_and_nothing_else(body: bytes) -> None:
    try:
        shown = "".join(m.title + m.text for m in read(body).mentions)
    except NotAFeed:
        return
    assert "\x00" not in shown
    assert "root:" not in shown
