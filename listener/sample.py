"""The sample town: Brackenford's feeds, served on loopback so that they are polled for real."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import threading
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.sax.saxutils import escape, quoteattr

from listener import resources
from listener.clock import LONDON, Clock, utc_now
from listener.spike import KnownWork, WorkKey

LIVE = 180  # minutes: what is nearer than this to the epoch happens around it, at any time of day
EVENING = time(19, 45)  # London: the rest leads up to it, so that "not even seven" is said at 06:45


@dataclass(frozen=True, slots=True)
class SampleSource:
    """One feed of the town."""

    slug: str
    name: str
    channel: str
    format: str  # rss, atom, rdf or json
    path: str


@dataclass(frozen=True, slots=True)
class SampleMention:
    """One thing said there, minutes before (below nought: after) the moment of `said_at`."""

    source: str
    minutes: int
    author: str
    title: str
    text: str
    category: str
    point: str


@cache
def sources() -> tuple[SampleSource, ...]:
    """The twelve feeds."""
    listed = tomllib.loads(resources.text("sample/sources.toml"))["source"]
    return tuple(
        SampleSource(s["slug"], s["name"], s["channel"], s["format"], s.get("path", s["slug"]))
        for s in listed
    )


@cache
def mentions() -> tuple[SampleMention, ...]:
    """Everything that is said in the town over its three weeks, and a little after."""
    rows = csv.DictReader(
        io.StringIO(resources.text("sample/mentions.tsv")), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    return tuple(
        SampleMention(
            r["source"], int(r["minutes"]), r["author"], r["title"], r["text"],
            r["category"] or "", r["point"] or "",
        )
        for r in rows
    )  # fmt: skip


def works(epoch: datetime) -> tuple[KnownWork, ...]:
    """What goes on in the town around the epoch: whole days of London's."""
    today = epoch.astimezone(LONDON).date()
    rows = csv.DictReader(io.StringIO(resources.text("sample/works.tsv")), delimiter="\t")
    return tuple(
        KnownWork(
            WorkKey(0), "event" if r["kind"] == "event" else "works", r["reference"],
            r["promoter"], r["street"], r["description"], _on(today, r["from"], time.min),
            _on(today, r["until"], time(23, 59)), r["traffic"],
        )
        for r in rows
    )  # fmt: skip


def _on(today: date, days: str, at: time) -> datetime:
    return datetime.combine(today + timedelta(days=int(days)), at, LONDON).astimezone(UTC)


def said_at(minutes: int, epoch: datetime) -> datetime:
    """When a mention was said, in UTC: the last hours lead up to the epoch, days to an evening."""
    if minutes < LIVE:
        return epoch - timedelta(minutes=minutes)
    here = epoch.astimezone(LONDON)
    evening = datetime.combine(here.date(), EVENING, here.tzinfo)
    if evening > here:
        evening = datetime.combine(here.date() - timedelta(days=1), EVENING, here.tzinfo)
    return evening.astimezone(UTC) - timedelta(minutes=minutes)


class SampleTown:
    """Start it, poll its addresses, stop it. Times are relative to `epoch`, an aware UTC time."""

    def __init__(self, epoch: datetime, port: int = 0, clock: Clock | None = None) -> None:
        self._epoch = epoch
        self._port = port
        self._clock = clock or utc_now
        self._server: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> int:
        """Serves on loopback, at the given port if it is free; returns the port."""
        try:
            self._server = _server(self._port, self._answer)
        except OSError:
            self._server = _server(0, self._answer)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, name="sample town"
        )
        self._thread.start()
        self._port = int(self._server.server_address[1])
        return self._port

    def stop(self) -> None:
        """Ends the server and its thread."""
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()
            self._server = self._thread = None

    def addresses(self) -> tuple[tuple[str, str, str], ...]:
        """Name, address and channel of each feed."""
        base = f"http://127.0.0.1:{self._port}"
        return tuple((s.name, f"{base}/{s.path}", s.channel) for s in sources())

    def _answer(self, path: str) -> tuple[str, bytes] | None:
        """Content type and body of a feed as it stands now."""
        source = next((s for s in sources() if f"/{s.path}" == path), None)
        if source is None:
            return None
        said = [
            (said_at(m.minutes, self._epoch), n, m)
            for n, m in enumerate(mentions())
            if m.source == source.slug
        ]
        now = self._clock()
        out = sorted(
            ((at, n, m) for at, n, m in said if at <= now), reverse=True, key=lambda i: i[:2]
        )
        kind, write = _FORMATS[source.format]
        base = f"http://127.0.0.1:{self._port}/{source.slug}"
        return kind, write(source, base, out).encode("utf-8")


Said = list[tuple[datetime, int, SampleMention]]


def _server(port: int, answer: Callable[[str], tuple[str, bytes] | None]) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        timeout = 5  # seconds that a silent caller may hold a thread, and with it the end

        def do_GET(self) -> None:
            found = answer(self.path)
            if found is None:
                self._send(404, "text/plain", b"no such feed", "")
                return
            kind, body = found
            tag = f'"{hashlib.sha1(body, usedforsecurity=False).hexdigest()[:16]}"'
            if self.headers.get("If-None-Match") == tag:
                self._send(304, kind, b"", tag)
            else:
                self._send(200, kind, body, tag)

        def _send(self, status: int, kind: str, body: bytes, tag: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            if tag:
                self.send_header("ETag", tag)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
            """Says nothing on standard error."""

    class Server(ThreadingHTTPServer):
        daemon_threads = False  # joined when it closes: nothing outlives stop()
        allow_reuse_address = os.name == "posix"  # Windows would let two programs share a port

    return Server(("127.0.0.1", port), Handler)


def _rss(source: SampleSource, base: str, said: Said) -> str:
    html = _report if source.channel == "report_site" else _html
    items = "".join(
        f"<item><title>{escape(m.title)}</title><link>{base}/post/{n}</link>"
        f'<guid isPermaLink="false">{source.slug}-{n}</guid>'
        f"<pubDate>{format_datetime(at)}</pubDate><dc:creator>{escape(m.author)}</dc:creator>"
        f"{_category(m)}<description>{escape(html(m.text))}</description></item>"
        for at, n, m in said
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:georss="http://www.georss.org/georss">'
        f"<channel><title>{escape(source.name)}</title><link>{base}</link>"
        f"<description>Brackenford, a sample</description>{items}</channel></rss>"
    )


def _category(m: SampleMention) -> str:
    point = f"<georss:point>{escape(m.point)}</georss:point>" if m.point else ""
    return (f"<category>{escape(m.category)}</category>" if m.category else "") + point


def _atom(source: SampleSource, base: str, said: Said) -> str:
    newest = max((at for at, _, _ in said), default=datetime(2026, 1, 1, tzinfo=UTC))
    items = "".join(
        f"<entry><title>{escape(m.title)}</title><id>tag:brackenford.example:{source.slug}-{n}</id>"
        f"<link href={quoteattr(f'{base}/post/{n}')}/><updated>{at.isoformat()}</updated>"
        f"<published>{at.isoformat()}</published><author><name>{escape(m.author)}</name></author>"
        f'<content type="html">{escape(_html(m.text))}</content></entry>'
        for at, n, m in said
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>{escape(source.name)}</title><id>tag:brackenford.example:{source.slug}</id>"
        f"<link href={quoteattr(base)}/><updated>{newest.isoformat()}</updated>{items}</feed>"
    )


def _rdf(source: SampleSource, base: str, said: Said) -> str:
    items = "".join(
        f"<item rdf:about={quoteattr(f'{base}/post/{n}')}><title>{escape(m.title)}</title>"
        f"<link>{base}/post/{n}</link><dc:date>{at.isoformat()}</dc:date>"
        f"<dc:creator>{escape(m.author)}</dc:creator>"
        f"<description>{escape(_html(m.text))}</description></item>"
        for at, n, m in said
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about={quoteattr(base)}>'
        f"<title>{escape(source.name)}</title><link>{base}</link>"
        f"<description>Brackenford, a sample</description></channel>{items}</rdf:RDF>"
    )


def _json(source: SampleSource, base: str, said: Said) -> str:
    items = [
        {
            "id": f"{source.slug}-{n}",
            "url": f"{base}/post/{n}",
            "title": m.title,
            "content_text": m.text,
            "date_published": at.isoformat(),
            "authors": [{"name": m.author}] if m.author else [],
        }
        for at, n, m in said
    ]
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": source.name,
            "home_page_url": base,
            "items": items,
        },
        ensure_ascii=False,
    )


def _html(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _report(text: str) -> str:
    """As FixMyStreet writes it: escaped once more than others, with its own line at the end."""
    return escape(f"<p>{escape(text)}</p><p>Report on Report It Brackenford</p>")


_FORMATS: dict[str, tuple[str, Callable[[SampleSource, str, Said], str]]] = {
    "rss": ("application/rss+xml; charset=utf-8", _rss),
    "atom": ("application/atom+xml; charset=utf-8", _atom),
    "rdf": ("application/rdf+xml; charset=utf-8", _rdf),
    "json": ("application/feed+json; charset=utf-8", _json),
}
