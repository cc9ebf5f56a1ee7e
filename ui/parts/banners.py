"""Banners over the page: what was missed, what is a sample, what cannot be reached."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.glance import Glance, missed_words, pre_election
from ui.mention.actions import announce
from ui.parts.buttons import KeyButton
from ui.parts.labels import label, reworn
from ui.tongue import tr
from ui.words import LONDON, plain


class Banner(QFrame):
    """A sentence on a coloured ground; it stays until it no longer holds or is put away."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label("")
        self._press = KeyButton("")
        self._away = KeyButton(tr("Put away"))
        self._pressed: Callable[[], None] = lambda: None
        self._press.clicked.connect(lambda: self._pressed())
        self._away.clicked.connect(self._put_away)
        self.put_away = False
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self._press)
        row.addWidget(self._away)
        self.hide()

    def say(
        self,
        text: str,
        colour: str,
        keep: bool = False,
        button: str = "",
        press: Callable[[], None] | None = None,
    ) -> None:
        """Shows a sentence. keep: it cannot be put away, because it goes on holding."""
        fresh = self._words.text() != plain(text) or self.isHidden()
        if self.put_away and not fresh:
            return
        self._words.setText(plain(text))
        self._away.setVisible(not keep)
        self._away.setAccessibleName(tr("Put away: {text}", text=text[:60]))
        self._press.setVisible(press is not None)
        self._press.setText(button)
        self._press.setAccessibleName(button)
        self._press.updateGeometry()
        self._pressed = press or (lambda: None)
        reworn(self, "banner", colour)
        self.setVisible(not self.put_away)
        if fresh and not self.put_away:
            announce(self, text)

    def said(self) -> str:
        """What stands there, or "" where nothing is shown."""
        return "" if self.isHidden() else self._words.text()

    def clear(self) -> None:
        """It no longer holds."""
        self.hide()

    def _put_away(self) -> None:
        self.put_away = True
        self.hide()


class Banners(QWidget):
    """All banners, the gravest on top."""

    def __init__(self) -> None:
        super().__init__()
        self.fault = Banner()
        self.offline = Banner()
        self.missed = Banner()
        self.pre_election = Banner()
        self.publicity = Banner()
        self.sample = Banner()
        self.areas = Banner()
        self.open_areas: Callable[[], None] = lambda: None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for banner in (
            self.fault, self.offline, self.missed, self.areas, self.publicity, self.pre_election,
            self.sample,
        ):  # fmt: skip
            rows.addWidget(banner)

    def show_glance(self, now: Glance, at: datetime, start: Callable[[], None]) -> None:
        """What holds at this moment. start: what one presses to begin with one's own council."""
        if now.council is not None and now.council.sample:
            said = tr(
                "{name} is a sample: made up, and nothing in it is real.",
                name=now.council.short or now.council.name,
            )
            self.sample.say(said, "grey", keep=True, button=tr("Start with your own…"), press=start)
        else:
            self.sample.clear()
        if now.missed is not None and not self.missed.put_away:
            self.missed.say(missed_words(now.missed, at), "blue")
        if now.unreached:
            said = tr(
                "Nobody can be told of what waits for {areas}: no address there works.",
                areas=", ".join(now.unreached),
            )
            self.areas.say(said, "amber", button=tr("Areas and people"), press=self.open_areas)
        else:
            self.areas.clear()
        held = pre_election(now, at.astimezone(LONDON).date())
        if held:
            self.pre_election.say(held, "amber", keep=True)
        else:
            self.pre_election.clear()

    def show_offline(self, offline: bool) -> None:
        """One banner, not forty errors."""
        if offline:
            self.offline.say(
                tr(
                    "This computer seems to be offline: no source can be reached, and it is "
                    "tried again by itself."
                ),
                "amber",
                keep=True,
            )
        else:
            self.offline.clear()
