"""What a council may set, with the defaults we ship."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Settings:
    """Kept in the profile's database; times are seconds unless the name says otherwise."""

    officer: str = "Officer"
    chart: str = "council"
    theme: str = "system"  # system, light, dark
    text_size: int = 100  # per cent, 100 to 200
    interval: int = 1800  # between polls of one source
    gap: float = 1.0  # between two requests to one host
    connections: int = 6  # hosts asked at once
    proxy: str = ""
    pre_election_from: date | None = None
    pre_election_to: date | None = None
    first_run_done: bool = False
    tray_explained: bool = False
