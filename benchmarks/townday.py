"""Plays a week of a town and two hard days through the app: feeds are polled, mails are sent.

    python -m benchmarks.townday FOLDER

A clock that is moved along: 24 feeds on loopback, asked each hour and each quarter of an hour on
the hard days; what is heard is read by the worker, counted, and told as the app tells it. An
officer forwards each spike that calls, and each hour decides what the app would forward. The mails
go by SMTP to a server in memory and are written to FOLDER.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TypeVar
from xml.sax.saxutils import escape

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from benchmarks import townwords as words
from benchmarks.hearing import cpu
from listener import commands as c
from listener import events
from listener.desk import Desk
from listener.errors import Known
from listener.spike import SpikeKey
from listener.store.reading import Reader

T = TypeVar("T")
FEEDS, SHOWN = 24, 120  # how many, and how many posts each shows
PRESS_FEEDS = 5
BEGINS = datetime(2026, 11, 2, tzinfo=UTC)  # a Monday
STORM_DAY, SNOW_DAY = BEGINS + timedelta(days=8), BEGINS + timedelta(days=9)
ENDS = BEGINS + timedelta(days=10)
HOURS = (0, 0, 0, 0, 0, 1, 3, 6, 8, 6, 4, 4, 5, 4, 4, 5, 6, 8, 9, 8, 7, 5, 3, 1)
A_DAY, STORM, SNOW, LOUD = 60, 38, 1_500, 40


@dataclass(frozen=True, order=True, slots=True)
class Said:
    """One post of the town."""

    at: datetime
    n: int
    feed: int
    author: str
    text: str
    of: str  # ordinary, storm, press, loud, snow, grave


@dataclass
class Town:
    """All that is said, and the time that it is."""

    chance: random.Random = field(default_factory=lambda: random.Random(5))
    said: list[Said] = field(default_factory=list)
    now: datetime = BEGINS

    def say(self, at: datetime, text: str, author: str, of: str, feed: int | None = None) -> None:
        """Somebody says it then, in a feed that is not the press's."""
        where = self.chance.randrange(PRESS_FEEDS, FEEDS) if feed is None else feed
        self.said.append(Said(at, len(self.said), where, author, text, of))

    def live(self) -> None:
        """The week, the storm with the press text and the loud one, and the snow."""
        for day in range(10):
            for at in self._spread(BEGINS + timedelta(days=day), A_DAY):
                who = f"resident {self.chance.randrange(700)}"
                self.say(at, words.one_of(words.ORDINARY, self.chance), who, "ordinary")
        morning = STORM_DAY + timedelta(hours=7, minutes=40)
        for n in range(STORM):
            at = morning + timedelta(minutes=200 * self.chance.random() ** 1.3)
            self.say(at, words.one_of(words.STORM, self.chance), f"driver {n}", "storm")
        for n in range(PRESS_FEEDS):
            at = STORM_DAY + timedelta(hours=10, minutes=7 * n)
            self.say(at, words.PRESS, f"paper {n}", "press", n)
        for _ in range(LOUD):
            at = STORM_DAY + timedelta(hours=14 + 3 * self.chance.random())
            self.say(at, words.one_of(words.LOUD, self.chance), "loud one", "loud")
        for _ in range(SNOW - len(words.GRAVE)):
            at = SNOW_DAY + timedelta(hours=5 + 17 * self.chance.betavariate(1.5, 2.5))
            who = f"resident {self.chance.randrange(1_000)}"
            self.say(at, words.one_of(words.SNOW, self.chance), who, "snow")
        for n, text in enumerate(words.GRAVE):
            at = SNOW_DAY + timedelta(hours=6 + n * 1.5)
            self.say(at, words.one_of((text,), self.chance), f"witness {n}", "grave")
        self.said.sort()

    def _spread(self, day: datetime, posts: int) -> list[datetime]:
        hours = self.chance.choices(range(24), HOURS, k=posts)
        return [day + timedelta(hours=h + self.chance.random()) for h in hours]

    def feed(self, number: int) -> bytes:
        """A feed as it stands now, as RSS."""
        out = [s for s in self.said if s.feed == number and s.at <= self.now][-SHOWN:]
        items = "".join(
            f"<item><title></title><link>https://town.example/{s.n}</link><guid>{s.n}</guid>"
            f"<pubDate>{format_datetime(s.at)}</pubDate><dc:creator>{s.author}</dc:creator>"
            f"<description>{escape(s.text)}</description></item>"
            for s in reversed(out)
        )
        return (
            '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
            f"<title>Feed {number}</title><link>https://town.example</link>{items}</channel></rss>"
        ).encode()


@contextmanager
def feeds(town: Town) -> Iterator[int]:
    """Serves the feeds on loopback; the port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = town.feed(int(self.path.strip("/").removesuffix(".xml")))
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Postbox:
    """Takes every mail."""

    def __init__(self) -> None:
        self.mails: list[tuple[list[str], bytes]] = []

    async def handle_DATA(  # noqa: N802 - the server names it
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """A mail, as it came."""
        content = envelope.content
        assert isinstance(content, bytes)
        self.mails.append((list(envelope.rcpt_tos), content))
        return "250 kept"


@dataclass
class Officer:
    """Forwards each spike that calls, and what the app would forward."""

    desk: Desk
    town: Town
    out: Path
    post: Postbox
    told: list[tuple[datetime, events.SpikeRaised]] = field(default_factory=list)
    urgent: list[int] = field(default_factory=list)
    wrote: int = 0

    def hear(self, event: events.Event) -> None:
        """Notes who is told of a spike."""
        if isinstance(event, events.SpikeRaised):
            self.told.append((self.town.now, event))

    def step(self, hourly: bool) -> None:
        """Everything is asked for, counted, told and done."""
        before = len(self.told)
        self.desk.ask(c.Poll(True)).result(300)
        self.desk.ask(c.CountNow()).result(300)
        for _, raised in self.told[before:]:
            self._forward(raised)
        if hourly:
            self._decide()
        for due in self._read(lambda r: r.due_digests()):
            self._send(due.area, due.spike)
        self.desk.ask(c.PostNow()).result(60)
        self._keep()
        if self.town.now >= SNOW_DAY:
            self.urgent.append(self._read(lambda r: r.counts()["urgent"]))

    def _forward(self, raised: events.SpikeRaised) -> None:
        spike = self._read(lambda r: r.spike(raised.key))
        age = self.town.now - spike.began
        print(f"{self.town.now:%a %H:%M}  CALLS  {spike.title}: {spike.posts} posts, "
              f"{spike.people} people, {age.total_seconds() / 3600:.2f} h after its first post "
              f"({raised.why}); {spike.usual_words}; {spike.sureness}"
              f"{'; ' + spike.explained if spike.explained else ''}")  # fmt: skip
        self._send("", raised.key)
        if self._read(lambda r: r.spike(raised.key)).status == "open":
            self.desk.ask(c.AcknowledgeSpike(raised.key)).result()

    def _send(self, area: str, spike: SpikeKey | int | None) -> None:
        try:
            key = None if spike is None else SpikeKey(spike)
            digest = self.desk.ask(c.BuildDigest(area, key)).result()
            self.desk.ask(c.SendDigest(digest.key)).result()
        except Known as fault:
            print(f"{self.town.now:%a %H:%M}  not sent: {fault.sentence()}")

    def _decide(self) -> None:
        for row in self._read(lambda r: r.rows("forward", limit=200)).rows:
            if row.outcome:
                self.desk.ask(c.Decide((row.key,), row.outcome, row.category)).result()

    def _keep(self) -> None:
        for to, mail in self.post.mails[self.wrote :]:
            self.wrote += 1
            name = f"{self.wrote:03}-{self.town.now:%a-%H%M}-{to[0].split('@')[0]}.eml"
            (self.out / name).write_bytes(mail)

    def _read(self, look: Callable[[Reader], T]) -> T:
        reader = self.desk.reader()
        try:
            return look(reader)
        finally:
            reader.close()


def main() -> None:
    """Plays it, and says what came of it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    out = asked.parse_args().folder
    out.mkdir(parents=True, exist_ok=True)
    town, post = Town(), Postbox()
    town.live()
    controller = Controller(post, "127.0.0.1", 8031)
    controller.start()
    with tempfile.TemporaryDirectory() as folder, feeds(town) as port:
        desk = Desk.open(Path(folder), workers=1, polling=False, clock=lambda: town.now)
        try:
            _play(desk, town, port, Officer(desk, town, out, post), Path(folder))
        finally:
            desk.close()
            controller.stop()


def _play(desk: Desk, town: Town, port: int, officer: Officer, profile: Path) -> None:
    desk.listen(officer.hear)
    for name, value in (
        ("mail_way", "smtp"), ("mail_host", "127.0.0.1"), ("mail_port", 8031),
        ("mail_security", "none"), ("mail_from", "comms@brackenford.example"),
        ("responses_address", "answers@brackenford.example"),
    ):  # fmt: skip
        desk.ask(c.Change(name, value)).result()
    for n in range(FEEDS):
        channel = "news_feed" if n < PRESS_FEEDS else "mastodon"
        address = f"http://127.0.0.1:{port}/{n}.xml"
        desk.ask(
            c.AddSource(address, f"Feed {n}", allow_private=True, unchecked=True, channel=channel)
        ).result()
    reader = desk.reader()
    ours = {s.name for s in reader.sources() if s.name.startswith("Feed ")}
    others = [s.name for s in reader.sources() if s.name not in ours]
    reader.close()
    for name in others:
        desk.ask(c.PauseSource(name, True)).result()
    began, used, heavy = time.monotonic(), cpu(), 0.0
    while town.now < ENDS:
        if heavy == 0.0 and town.now >= SNOW_DAY:
            heavy = cpu()
        quarter = town.now >= STORM_DAY
        town.now += timedelta(minutes=15 if quarter else 60)
        officer.step(town.now.minute == 0)
    took, whole = time.monotonic() - began, cpu() - used
    print(
        f"\nPlayed in {took:.0f} s; CPU {whole:.0f} s, of them {cpu() - heavy:.0f} s the snow day"
    )
    _tell(officer, profile)


def _tell(officer: Officer, profile: Path) -> None:
    reader = officer.desk.reader()
    for spike in reader.spikes():
        print(f"{spike.id} {spike.status}: {spike.title}, {spike.posts} posts from {spike.people}; "
              f"part of it {len(spike.absorbed)}")  # fmt: skip
    reader.close()
    to = Counter(to[0] for to, _ in officer.post.mails)
    print(f"{len(officer.post.mails)} mails:", dict(to.most_common()))
    print(f"Urgent on the snow day: {max(officer.urgent)} rows at the most, {officer.urgent[-1]} "
          "at its end")  # fmt: skip
    db = sqlite3.connect(profile / "listener.db")
    texts = {s.text for s in officer.town.said if s.of == "grave"}
    rows = db.execute(
        "SELECT m.text, t.grade, l.view, l.grade FROM mention m JOIN triage t ON t.mention = m.key "
        "JOIN triage l ON l.mention = t.lead"
    ).fetchall()
    for many, grade, category in db.execute(
        "SELECT count(*), grade, category FROM triage WHERE lead = mention AND view = 'urgent' "
        "GROUP BY 2, 3 ORDER BY 1 DESC LIMIT 8"
    ):
        print(f"  {many} rows of grade {grade}: {category}")
    db.close()
    grave = [r for r in rows if r[0] in texts]
    person = [r for r in rows if r[1] == "person"]
    seen = sum(r[2] == "urgent" for r in grave)
    first = sum(r[1] == "person" for r in grave)
    kept = sum(r[2] == "urgent" and r[3] == "person" for r in person)
    print(f"People in danger: {seen} of {len(texts)} in Urgent, {first} of the first grade; of all "
          f"{len(person)} of the first grade {kept} there")  # fmt: skip
    for text, grade, view, _ in grave:
        if view != "urgent":
            print(f"  MISSED ({grade}, {view}): {text}")


if __name__ == "__main__":
    main()
