"""The quick reader takes the plainest feeds only, and reads them as feedparser does."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from listener.sources import quick
from listener.sources.feed import _feed, _parsed

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
WORDPRESS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
 xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel><title>Brackenford Bugle</title>
<atom:link href="http://bugle.example/feed/" rel="self" type="application/rss+xml" />
<link>http://bugle.example</link><description>News</description>
<lastBuildDate>Sat, 21 Nov 2026 09:30:00 +0000</lastBuildDate><language>en-GB</language>
<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>
<generator>https://wordpress.org/?v=6.1</generator>
<image><url>http://bugle.example/i.png</url>
<title>Logo</title><link>http://x.example</link></image>
<item><title>It&#8217;s the bins &amp; roads</title><link>http://bugle.example/2026/bins/</link>
<comments>http://bugle.example/2026/bins/#comments</comments>
<dc:creator><![CDATA[Amira]]></dc:creator><pubDate>Sat, 21 Nov 2026 09:30:00 +0000</pubDate>
<category><![CDATA[Waste]]></category>
<guid isPermaLink="false">http://bugle.example/?p=7</guid>
<description><![CDATA[<p>Short [&#8230;]</p>]]></description>
<content:encoded><![CDATA[<p>Long café story about bins &amp; more.</p><p>End</p>]]>
</content:encoded>
<wfw:commentRss>http://bugle.example/2026/bins/feed/</wfw:commentRss>
<slash:comments>3</slash:comments></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Forum</title><id>f</id>
<link href="http://forum.example/"/><updated>2026-11-21T09:30:00Z</updated>
<entry><id>t1</id><title type="html">&lt;b&gt;Bins&lt;/b&gt;</title>
<updated>2026-11-21T09:30:00Z</updated>
<link href="http://forum.example/1"/><author><name>Dai</name></author>
<content type="text">I &lt;3 bins</content></entry></feed>"""


@pytest.mark.parametrize("text", [WORDPRESS, ATOM])
def test_a_plain_feed_reads_as_feedparser_reads_it(text: str) -> None:
    body = text.encode()
    found = quick.parsed(body, {"content-type": "text/xml; charset=UTF-8"})
    assert found is not None
    ours = _feed(found, body, "http://a.example/", NOW, "")
    assert ours == _feed(_parsed(body, {}), body, "http://a.example/", NOW, "")
    assert len(ours.mentions) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("UTF-8", "ISO-8859-1"),
        ("<rss", "<!DOCTYPE rss><rss"),
        ("<category>", "<itunes>x</itunes><category>"),
        ("<title>It", "<title>Twice</title><title>It"),
        ("<title>It", "<title><b>It</b>"),
        ("Short", "ShÃ©rt"),  # encoded twice
        ("</channel>", ""),
        ("<link>http://bugle.example/2026/bins/</link>", ""),
        ('version="2.0"', 'version="0.91"'),
    ],
)
def test_what_is_not_plain_is_left_to_feedparser(old: str, new: str) -> None:
    body = WORDPRESS.replace(old, new).encode()
    assert body != WORDPRESS.encode()
    assert quick.parsed(body, {}) is None


def test_what_the_server_says_of_charset_and_base_is_left_to_feedparser() -> None:
    body = WORDPRESS.encode()
    assert quick.parsed(body, {"content-type": "text/xml; charset=iso-8859-1"}) is None
    assert quick.parsed(body, {"content-location": "http://a.example/"}) is None


@pytest.mark.parametrize("hidden", ["<!-- <a> -->", "<?pi <a ?>", "<!-- - -- <a> -->"])
def test_a_document_type_is_not_hidden_by_what_stands_before_it(hidden: str) -> None:
    body = WORDPRESS.replace("<rss", f"{hidden}<!DOCTYPE rss [<!ENTITY a 'b'>]><rss").encode()
    assert quick.parsed(body, {}) is None


def test_a_usual_comment_before_the_feed_leaves_it_plain() -> None:
    body = WORDPRESS.replace("<rss", '<!-- generator="a>b" --><rss').encode()
    assert quick.parsed(body, {}) is not None


def test_a_base_anywhere_is_left_to_feedparser() -> None:
    body = WORDPRESS.replace("<item>", '<item xml:base="http://b.example/">').encode()
    assert quick.parsed(body, {}) is None
