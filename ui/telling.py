"""Keeps the window true: hears what the desk tells, reads where everything stands, shows it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from listener import events
from listener.mention import MentionKey, Row
from ui.digests.entries import due_words
from ui.glance import Glance, end_words, first_view, foot_words, glance
from ui.motion import Motion
from ui.theme import Look
from ui.tongue import tr

if TYPE_CHECKING:
    from ui.shell import Window

CALM = 150  # ms: a burst of events is answered by one reading


class Telling(QObject):
    """Lives as long as its window; `stop` ends its timer. The alarm's beat says times anew."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.glance: Glance | None = None
        self.offline = False
        self._progress = ""
        self._saving = 0
        self._motion = Motion()
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self.look_again)
        window.alarm.ticked.connect(lambda _: self._calm.start())
        window.bridge.heard.connect(self._heard)
        window.bridge.saving.connect(self._saving_changed)
        window.bridge.fault.connect(self.fault)
        window.list.empty.connect(self._say_empty)

    def stop(self) -> None:
        """No more readings."""
        self._calm.stop()

    def look_again(self) -> None:
        """Reads where everything stands, and shows it."""
        self._window.bridge.read(glance, self._show, self.fault, "glance")

    def say_progress(self, words: str) -> None:
        """What is under way, at the foot of the rail."""
        self._progress = words
        self._foot()

    def fault(self, why: str) -> None:
        """A sentence that a person should read once."""
        self._window.banners.fault.put_away = False
        self._window.banners.fault.say(why, "red")

    def _show(self, now: Glance) -> None:
        first = self.glance is None
        self.glance = now
        window = self._window
        council = now.council
        window.rail.name_council(council.short or council.name if council else tr("No council yet"))
        window.rail.show_counts(now.counts)
        window.rail.show_sources(now.heard, now.every)
        window.rail.show_more(now.starred, now.done_today)
        window.rail.show_spikes(now.spikes)
        window.rail.show_digests(due_words(now.digests, now.mail_trouble))
        window.searching.show_searches(now.saved)
        window.rail.show_saved()
        window.sitting.show_glance(now)
        window.list.note_done(now.done_today)
        window.list.keep_hours(now.office, datetime.now(UTC))
        window.verbs.officer = now.settings.officer
        window.verbs.services = council.services if council else ()
        window.verbs.sensitive = now.sensitive
        window.correcting.council = council
        window.replying.show_house(council, now.settings)
        title = (
            tr("({to_do}) Council Listener", to_do=now.to_do)
            if now.to_do
            else tr("Council Listener")
        )
        window.setWindowTitle(title)
        window.banners.show_glance(now, datetime.now(UTC), window.going.welcome)
        window.publicity.show_hold(now.hold)
        self._foot()
        window.among.show_glance(now)
        window.closing.to_tray = now.settings.close_to_tray
        window.pages.show_glance(now)
        self._motion.still(now.settings.reduced_motion)
        window.rekeying.wear(now.settings.keys)
        window.pane.said.legend.show_marks(now.settings.marks)
        window.wear_kept(Look(now.settings.theme, now.settings.text_size))
        if first:
            self._open_first(now)
        elif window.list.view is not None:
            window.list.note_total(now.counts.get(window.list.view, 0))
            self._say_empty()
            window.onward.show_glance(now)

    def _open_first(self, now: Glance) -> None:
        self._window.going.open_first(first_view(now))
        sample = now.council is None or now.council.sample
        if sample and not now.settings.first_run_done:
            self._window.going.welcome()

    def _heard(self, event: events.Event) -> None:
        window = self._window
        match event:
            case events.MentionsChanged(keys=()):
                window.list.note_changed()
            case events.MentionsChanged(keys=keys):
                self._mentions_changed(keys)
            case events.PollProgress(done=done, of=of):
                self.say_progress(
                    tr("Checking: {done} of {of}", done=done, of=of) if done < of else ""
                )
            case events.Rereading(done=done, of=of):
                self.say_progress(
                    tr("Reading again: {done:,} of {of:,}", done=done, of=of) if done < of else ""
                )
            case events.Offline(offline=offline):
                self.offline = offline
                self._say_empty()
                window.banners.show_offline(offline)
            case events.SpikesChanged() | events.DigestsChanged() | events.ResponsesChanged():
                window.pages.reload()
            case events.Fault(sentence=sentence):
                self.fault(sentence)
            case _:
                window.pages.reload()
        window.searching.count_again()
        if not self._calm.isActive():
            self._calm.start()

    def _mentions_changed(self, keys: tuple[MentionKey, ...]) -> None:
        window = self._window
        shown = [k for k in keys if window.list.model.where(k) >= 0]
        if shown:
            window.bridge.read(lambda r: [r.row(k) for k in shown], self._refresh)
        if window.pane.detail is not None and window.pane.detail.row.key in keys:
            window.pane.read_again()

    def _refresh(self, rows: list[Row]) -> None:
        self._window.list.refresh(rows)
        self._window.show_chosen()  # a mention that has come to be urgent has other ways out

    def _say_empty(self) -> None:
        lister = self._window.list
        if self.glance is not None and lister.view is not None and not lister.search:
            lister.say_empty(*end_words(lister.view, self.glance, self.offline))

    def _saving_changed(self, asked: int) -> None:
        self._saving = asked
        self._foot()

    def _foot(self) -> None:
        if self.glance is not None:
            now = datetime.now(UTC)
            self._window.rail.say_foot(foot_words(self.glance, now, self._progress, self._saving))
