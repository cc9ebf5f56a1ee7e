"""Days of a town in words of our own: ordinary weeks, a storm about roadworks, snow, a loud voice.

Every mention is said at a time and read by the real reader; the clock goes along with it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from listener import events
from listener.commands import AddMention, CountNow
from listener.desk import Desk
from listener.mention import Heard, MentionKey
from listener.spike import Spike

BEGINS = datetime(2026, 11, 2, 0, 0, tzinfo=UTC)  # a Monday
HOURS = (0, 0, 0, 0, 0, 1, 3, 6, 8, 6, 4, 4, 5, 4, 4, 5, 6, 8, 9, 8, 7, 5, 3, 1)
"""How much is said in each hour of a day, compared with the others."""
ROADS = (
    "Wolverton Road", "High Street", "Bilston Lane", "Hagley Street", "Park Lane", "Station Road",
    "Dudmaston Way", "Mill Street", "Cinder Bank", "New Cross Street",
)  # fmt: skip
ORDINARY = (
    "Why has nobody fixed the pothole on {road}, it has been there for weeks",
    "My bin was not emptied again this morning, that is twice this month",
    "The street light outside ours on {road} has been out since the weekend",
    "Fly tipping at the end of {road} again, a mattress and two fridges",
    "When does the Central Library close on a Saturday?",
    "Dog mess all over the path through Priory Park",
    "Council tax up again and for what, I ask you",
    "The swings in Victoria Park are broken and nobody comes",
    "Parking tickets on {road} when the machine was not even working, a disgrace",
    "The queue for the tip was out onto the road again",
    "Still waiting for my brown bin, three emails and no answer",
    "The roadworks on {road} are a nuisance, how long will they take?",
    "The pool at the leisure centre is freezing, is the heating broken?",
    "Grass on the verge of {road} has not been cut all year",
    "The bus stop on {road} has no shelter, we all get soaked",
    "Is the consultation on library hours still open?",
)
STORM = (
    "The roadworks on Wolverton Road are a nightmare, down to one lane and nobody working",
    "Forty minutes in the queue at the temporary lights on Wolverton Road this morning",
    "Late for work again because of the roadworks on Wolverton Road, put a sign up at least",
    "Who decided on temporary traffic lights on Wolverton Road with no end date?",
    "Wolverton Road roadworks again, cones everywhere and not one person working there",
    "When will the roadworks on Wolverton Road be finished? This is ridiculous",
    "No diversion signs at all for the roadworks on Wolverton Road, complete chaos",
    "Stuck at the roadworks on Wolverton Road for half an hour with two kids in the car",
)
SNOW = (
    "Not one gritter seen on {road} and it is like an ice rink",
    "{road} has not been gritted, cars sliding everywhere this morning",
    "Why has {road} not been gritted? We knew the snow was coming",
    "Grit bin on {road} is empty, the road is sheet ice",
    "Has anybody seen a gritter on {road} today? Snow and black ice the whole way",
    "Roads not gritted round {road}, the council was told there would be snow",
    "Is {road} being gritted tonight? It is lethal out there",
)
PRESS = (
    "The council has said that the library in Coseford is to close for six weeks from Monday so "
    "that a new roof can be built. Residents may use the Central Library in the meantime, and the "
    "mobile library will call on Tuesdays and Thursdays, a spokesman said."
)


@dataclass
class Days:
    """A desk with a clock that goes along with what is said."""

    desk: Desk
    now: datetime = BEGINS
    chance: random.Random = field(default_factory=lambda: random.Random(5))
    told: list[events.SpikeRaised] = field(default_factory=list)
    told_at: list[datetime] = field(default_factory=list)
    n: int = 0

    def hear(self, event: events.Event) -> None:
        if isinstance(event, events.SpikeRaised):
            self.told.append(event)
            self.told_at.append(self.now)

    def say(
        self, at: datetime, text: str, author: str, channel: str = "facebook_group"
    ) -> MentionKey:
        """Somebody says it then, and it is heard four minutes later."""
        self.n += 1
        self.now = max(self.now, at + timedelta(minutes=4))
        link = f"https://town.example/{self.n}"
        heard = Heard("", "", text, link, author, at, channel=channel)
        key: MentionKey = self.desk.ask(AddMention(heard, channel)).result()
        return key

    def count(self, at: datetime | None = None) -> None:
        """All that was heard is counted; later, if a time is given."""
        self.now = max(self.now, at or self.now)
        self.desk.ask(CountNow()).result()

    def ordinary(self, days: int, a_day: int = 24) -> None:
        """So many ordinary days go by, from midnight on."""
        first = midnight(self.now)
        for day in range(days):
            for at in spread(first + timedelta(days=day), a_day, self.chance):
                text = self.chance.choice(ORDINARY).format(road=self.chance.choice(ROADS))
                self.say(at, f"{text} ({self.n})", f"resident {self.chance.randrange(400)}")
            self.count(first + timedelta(days=day + 1))

    def storm(
        self,
        begins: datetime,
        texts: Sequence[str],
        posts: int,
        hours: float,
        authors: Iterable[str] = (),
        every: int = 3,
        channel: str = "facebook_group",
    ) -> list[MentionKey]:
        """So many posts within so many hours, counted after every few."""
        who = list(authors) or [f"neighbour {n}" for n in range(posts)]
        times = sorted(begins + timedelta(hours=hours * self.chance.random()) for _ in range(posts))
        said = []
        for n, at in enumerate(times):
            text = texts[n % len(texts)].format(road=ROADS[self.chance.randrange(len(ROADS))])
            more = self.chance.choice(("", " Honestly.", " Sort it out.", " Again!", " Why?"))
            said.append(self.say(at, f"{text}{more} ({self.n})", who[n % len(who)], channel))
            if n % every == 0:
                self.count()
        self.count()
        return said

    def spikes(self, *statuses: str) -> tuple[Spike, ...]:
        reader = self.desk.reader()
        try:
            return reader.spikes(*statuses)  # type: ignore[arg-type]
        finally:
            reader.close()


def midnight(at: datetime) -> datetime:
    return at.replace(hour=0, minute=0, second=0, microsecond=0)


def spread(day: datetime, posts: int, chance: random.Random) -> list[datetime]:
    """About so many times of a day, as a town's day runs."""
    whole = sum(HOURS)
    found = []
    for hour, weight in enumerate(HOURS):
        mean = posts * weight / whole
        many = int(mean) + (chance.random() < mean - int(mean))
        found += [day + timedelta(hours=hour, minutes=60 * chance.random()) for _ in range(many)]
    return sorted(found)


@contextmanager
def days_of(folder: Path) -> Iterator[Days]:
    """A fresh profile of the sample council, without its sample town's feeds being polled."""
    made: list[Days] = []
    desk = Desk.open(
        folder / "profile", polling=False, workers=0,
        clock=lambda: made[0].now if made else BEGINS,
    )  # fmt: skip
    try:
        made.append(Days(desk))
        desk.listen(made[0].hear)
        yield made[0]
    finally:
        desk.close()
