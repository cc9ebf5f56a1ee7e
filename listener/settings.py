"""What a council may set, with the defaults we ship."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any

from listener.errors import NotUnderstood
from listener.mailbox import address_fault
from rules.need import Clocks
from rules.worktime import hours_of


@dataclass(frozen=True, slots=True)
class Settings:
    """Kept in the profile's database; times are seconds unless the name says otherwise."""

    officer: str = "Officer"
    officers: str = ""  # the names of all who may sign or read a reply, separated by commas
    chart: str = "council"
    chart_before: str = "council"  # what follows when the emergency chart ends
    chart_until: str = ""  # ISO time in UTC; "" where the chart does not end by itself
    theme: str = "system"  # system, light, dark
    text_size: int = 100  # per cent, 100 to 200
    reduced_motion: bool = False  # True: nothing moves; False: as the system says
    marks: bool = True  # words that weighed are marked in the text of a mention
    interval: int = 1800  # between polls of one source
    gap: float = 1.0  # between two requests to one host
    connections: int = 6  # hosts asked at once
    proxy: str = ""
    pre_election_from: date | None = None
    pre_election_to: date | None = None
    session_minutes: int = 15  # how long one sits down to it; 0: no session is shown
    urgent_minutes: int = 15  # in real time, at any hour
    first_look_minutes: int = 60  # of working time
    reply_minutes: int = 540  # of working time: the same working day
    hours: str = ""  # as rules.worktime.hours_of reads them; "" for Monday to Friday 08:30-17:30
    holidays: str = ""  # changes to the bank holidays, as listener.holidays.changes reads them
    keys: str = ""  # changed keys as JSON: verb -> list of keys; [] switches a verb's keys off
    start_at_login: bool = False  # hidden, where this system lets a program do that
    first_run_done: bool = False
    notify_urgent: bool = True  # a notice at the clock for a possible danger
    notify_spikes: bool = True  # the same for a spike
    badge: bool = True  # the number that waits on the icon at the clock
    close_to_tray: str = "ask"  # what closing the window does where there is a tray: ask, yes, no
    spike_sensitivity: str = "usual"  # calm, usual or watchful
    spike_posts: int = 5  # the fewest posts of a spike
    spike_people: int = 4  # and the fewest people
    spike_hold_minutes: int = 10  # that a new spike waits, so that what belongs to it is told too
    spike_repeat_minutes: int = 120  # before a spike that has grown is told of again
    alarm_sound: bool = False  # a sound with the banner when a possible danger comes in
    works_calm: bool = False  # a spike that known works explain whole calls nobody
    session_mentions: int = 0  # how many one means to look at; 0: all that wait
    sample_port: int = 0  # where the sample town was last served on loopback
    sample_epoch: str = ""  # ISO time in UTC that its three weeks lead up to
    mail_way: str = "eml"  # eml: drafts in the council's own mail program; smtp: sent by itself
    mail_host: str = ""
    mail_port: int = 587
    mail_security: str = "starttls"  # starttls, tls; none only on this computer
    mail_user: str = ""  # the password is in the keyring of this computer
    mail_from: str = ""
    mail_name: str = ""  # whom a mail is from, in words: "Brackenford communications"
    mail_ca: str = ""  # a file of certificates that are trusted besides the system's
    responses_address: str = ""  # the mailbox that services answer to; copies go there too
    responses_plus: bool = False  # that mailbox takes box+token@ too
    responses_host: str = ""  # where that mailbox is read by IMAP; "" where answers are typed
    responses_port: int = 993
    responses_security: str = "tls"  # tls, starttls; none only on this computer
    responses_user: str = ""  # the password is in the keyring of this computer
    responses_folder: str = "INBOX"
    responses_every: int = 300  # how often it is read
    contact_centre: str = ""  # who is told of a line when it is first used: an address


Value = str | int | float | bool | None
CLOCKED = ("urgent_minutes", "first_look_minutes", "reply_minutes", "hours", "holidays")
"""What moves the clocks: the undecided are seated anew after a change."""

RANGES: Mapping[str, tuple[float, float, str]] = {
    "text_size": (100, 200, "The text size must lie between 100 and 200 per cent"),
    "interval": (60, 86_400, "A source is asked at least once a day and at most once a minute"),
    "gap": (0, 60, "The gap between two requests must lie between 0 and 60 seconds"),
    "connections": (1, 32, "Between 1 and 32 sites may be asked at once"),
    "session_minutes": (0, 240, "A session lasts at most 4 hours; 0 shows none"),
    "urgent_minutes": (1, 120, "The urgent clock must lie between 1 minute and 2 hours"),
    "first_look_minutes": (5, 2_400, "The first look must lie between 5 minutes and 40 hours"),
    "mail_port": (1, 65_535, "A port lies between 1 and 65,535"),
    "spike_posts": (3, 100, "A spike has between 3 and 100 posts at least: never 2"),
    "spike_people": (2, 100, "A spike has between 2 and 100 people at least: never 1"),
    "spike_hold_minutes": (0, 120, "A new spike waits at most 2 hours before it is told"),
    "spike_repeat_minutes": (15, 1_440, "A spike is told of again after 15 minutes to a day"),
    "responses_port": (1, 65_535, "A port lies between 1 and 65,535"),
    "responses_every": (60, 86_400, "The responses are read at most once a minute, at least daily"),
    "reply_minutes": (15, 9_600, "The reply must lie between 15 minutes and 160 hours"),
}
"""From, to, and the sentence for a value outside."""
CHOICES: Mapping[str, tuple[str, ...]] = {
    "theme": ("system", "light", "dark"),
    "close_to_tray": ("ask", "yes", "no"),
    "mail_way": ("eml", "smtp"),
    "mail_security": ("starttls", "tls", "none"),
    "spike_sensitivity": ("calm", "usual", "watchful"),
    "responses_security": ("tls", "starttls", "none"),
}


def clocks_of(settings: Settings) -> Clocks:
    """The clocks as the council set them; hours that are not understood are as shipped."""
    try:
        hours = hours_of(settings.hours)
    except ValueError:
        hours = hours_of("")
    return Clocks(
        timedelta(minutes=settings.urgent_minutes),
        timedelta(minutes=settings.first_look_minutes),
        timedelta(minutes=settings.reply_minutes),
        hours,
    )


def changed(settings: Settings, name: str, value: Value) -> Settings:
    """The settings with one changed. Raises NotUnderstood for an unknown name or a wrong value."""
    known = {f.name: f for f in fields(Settings)}
    if name not in known:
        raise NotUnderstood(f"There is no setting called {name}. Nothing was changed.")
    made: dict[str, Any] = {name: _read(name, str(known[name].type), value)}
    wrong = _wrong(name, made[name])
    if wrong:
        raise NotUnderstood(f"{wrong}. Nothing was changed.")
    return replace(settings, **made)


def _wrong(name: str, value: Any) -> str:
    """Why a value of the right kind cannot be taken, or ""."""
    low, high, sentence = RANGES.get(name, (0, 0, ""))
    if sentence and not low <= value <= high:
        return sentence
    if name in CHOICES and value not in CHOICES[name]:
        return f"“{value}” is none of: {', '.join(CHOICES[name])}"
    if name == "officer" and not value:
        return "Somebody must decide: the name of the officer cannot be empty"
    if name in ("mail_from", "responses_address", "contact_centre") and value:
        return address_fault(value)
    if name == "hours":
        try:
            hours_of(value)
        except ValueError as fault:
            return str(fault)
    return ""


def written(value: object) -> str:
    """A value of a setting as text, to be kept."""
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def read(kept: Callable[[str], str | None]) -> Settings:
    """The settings as kept; what is missing or no longer understood has its default."""
    found = Settings()
    for field in fields(Settings):
        text = kept(field.name)
        if text is not None:
            try:
                found = changed(found, field.name, text)
            except NotUnderstood:
                continue  # kept by another version of the app: the default is safer than a fault
    return found


def _read(name: str, kind: str, value: Value) -> object:
    text = "" if value is None else str(value).strip()
    try:
        if kind == "bool":
            return text.lower() in {"true", "1", "yes"}
        if kind == "int":
            return int(text)
        if kind == "float":
            return float(text)
        if kind.startswith("date"):
            return date.fromisoformat(text) if text else None
    except ValueError as fault:
        raise NotUnderstood(
            f"{text!r} cannot be the value of {name}. Nothing was changed."
        ) from fault
    return text
