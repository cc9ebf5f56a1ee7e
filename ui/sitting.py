"""Keeps the session: begins it with the first look, stops its clock while the window is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from listener.mention import MentionKey
from ui.glance import Glance
from ui.parts.sessionbox import SessionBox
from ui.queue.card import Card
from ui.queue.lister import Lister
from ui.session import (
    Session,
    kept_text,
    later_words,
    left,
    look,
    over,
    pause,
    resume,
    session_of,
    session_words,
)
from ui.tongue import tr
from ui.words import TO_DO_VIEWS

KEPT = "session"  # its name among what the window keeps for itself
BEAT = 10_000  # ms after which the minutes left are said anew


class Sitting(QObject):
    """Lives as long as its window. It reminds nobody: what it says stands in the rail."""

    def __init__(
        self, box: SessionBox, lister: Lister, clock: Callable[[], datetime] | None = None
    ) -> None:
        super().__init__(box)
        self._box = box
        self._list = lister
        self.clock = clock or (lambda: datetime.now(UTC))
        self.session = Session(timedelta(minutes=15), 0)
        self._glance: Glance | None = None
        self._first: MentionKey | None = None  # shown by the start itself, looked at by nobody yet
        self._started = False  # whether anybody has gone on from there
        self._kept: QSettings | None = None
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(self.show_now)
        lister.looked_at.connect(self._looked)
        box.again.connect(self.begin_again)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._app_state)

    def keep_in(self, kept: QSettings) -> None:
        """Goes on with the session that was left there a little while ago, and leaves its own."""
        self._kept = kept
        before = session_of(str(kept.value(KEPT, "")), self.clock())
        if before is not None:
            self.session = before

    def show_glance(self, now: Glance) -> None:
        """Where everything stands by now: how many wait, and how long a session is."""
        self._glance = now
        if not self.session.begun:
            self.session = self._fresh()
        self.show_now()

    def begin_again(self) -> None:
        """Another session, which begins with the next look."""
        current = self._list.current()
        self._first = current.key if current is not None else None
        self.session = self._fresh()
        self._list.step_into()
        self.show_now()

    def leave(self) -> None:
        """The window is left: the clock stands."""
        self.session = pause(self.session, self.clock())
        self._beat.stop()
        if self._kept is not None:
            self._kept.setValue(KEPT, kept_text(self.session, self.clock()))
        self.show_now()

    def come_back(self) -> None:
        """Somebody sits down again: the clock goes on."""
        self.session = resume(self.session, self.clock())
        if self.session.begun:
            self._beat.start()
        self.show_now()

    def show_now(self) -> None:
        """Shows how it goes."""
        now, glance = self.clock(), self._glance
        if glance is None or glance.settings.session_minutes <= 0:
            self._box.hide()
            return
        ended = over(self.session, now)
        if ended:
            self._beat.stop()
        minutes = glance.settings.session_minutes
        out_of_time = ended and not left(self.session, now)
        self._box.say(
            session_words(self.session, now),
            len(self.session.looked),
            self.session.of,
            later_words(glance.counts) if ended else "",
            tr("Another {minutes} min", minutes=minutes) if out_of_time and glance.to_do else "",
        )

    def _fresh(self) -> Session:
        glance = self._glance
        if glance is None:
            return self.session
        most = glance.settings.session_mentions
        of = min(glance.to_do, most) if most > 0 else glance.to_do
        return Session(timedelta(minutes=glance.settings.session_minutes), of)

    def _looked(self, card: Card | None) -> None:
        """Only what is to do counts; a start shows one mention that nobody has looked at yet."""
        if card is None or self._list.view not in TO_DO_VIEWS:
            return
        if not (self.session.begun and self._started) and self._first in (None, card.key):
            self._first = card.key
            return
        self._started = True
        now = self.clock()
        for key in (self._first, card.key):
            if key is not None:
                self.session = look(self.session, key, now)
        self._first = None
        if not self._beat.isActive() and not over(self.session, now):
            self._beat.start()
        self.show_now()

    def _app_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.come_back()
        else:
            self.leave()
