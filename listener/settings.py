"""What a council may set, with the defaults we ship."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from listener.errors import NotUnderstood


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
    interval: int = 1800  # between polls of one source
    gap: float = 1.0  # between two requests to one host
    connections: int = 6  # hosts asked at once
    proxy: str = ""
    pre_election_from: date | None = None
    pre_election_to: date | None = None
    first_run_done: bool = False
    notify_urgent: bool = True  # a notice at the clock for a possible danger
    badge: bool = True  # the number that waits on the icon at the clock
    close_to_tray: str = "ask"  # what closing the window does where there is a tray: ask, yes, no
    alarm_sound: bool = False  # a sound with the banner when a possible danger comes in
    session_minutes: int = 15  # how long one sits down to it; 0: no session is shown
    session_mentions: int = 0  # how many one means to look at; 0: all that wait
    sample_port: int = 0  # where the sample town was last served on loopback
    sample_epoch: str = ""  # ISO time in UTC that its three weeks lead up to


Value = str | int | float | bool | None


def changed(settings: Settings, name: str, value: Value) -> Settings:
    """The settings with one changed. Raises NotUnderstood for an unknown name or a wrong value."""
    known = {f.name: f for f in fields(Settings)}
    if name not in known:
        raise NotUnderstood(f"There is no setting called {name}. Nothing was changed.")
    made: dict[str, Any] = {name: _read(name, str(known[name].type), value)}
    return replace(settings, **made)


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
