"""The officer's window: rail, list, mention, and everything that keeps them true."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from listener import events
from listener.commands import Change, Poll
from listener.mention import MentionKey, Row, View
from ui.addmention.dialog import AddDialog
from ui.bridge import Bridge
from ui.closing import Closing, Place
from ui.correcting import Correcting
from ui.doors import DeskDoor
from ui.firstrun.page import FirstRun
from ui.glance import Glance, end_words, first_view, foot_words, glance
from ui.head import Head
from ui.mention.pane import Pane
from ui.parts.banners import Banners
from ui.parts.keysheet import KeySheet
from ui.parts.rail import Rail
from ui.queue.lister import Lister
from ui.settings.page import SettingsPage
from ui.shortcuts import bind, bind_lists
from ui.sources.page import SourcesPage
from ui.theme import Look, Theme, icon
from ui.verbs import Verbs
from ui.words import VIEW_WORDS

CALM = 150  # ms: a burst of events is answered by one reading
BEAT = 30_000  # ms after which "2 min ago" is said anew


class Window(QMainWindow):
    """Lives as long as the desk it is given. Reads and asks through its bridge alone."""

    def __init__(self, desk: DeskDoor, theme: Theme) -> None:
        super().__init__()
        self.bridge = Bridge(desk)
        self._theme = theme
        self._kept = QSettings(str(desk.profile / "window.ini"), QSettings.Format.IniFormat)
        self.glance: Glance | None = None
        self._progress = ""
        self._saving = 0
        self._last_view: View = "forward"
        self._build()
        self._connect()
        self.closing = Closing(self, self._kept)
        self._bind()
        self.place = Place(self, self.split, self._kept)
        self.look_again()

    def _build(self) -> None:
        self.rail = Rail()
        self.head = Head()
        self.banners = Banners()
        self.list = Lister(self.bridge)
        self.pane = Pane(self.bridge)
        self.verbs = Verbs(self.bridge, self.list, self.pane, self)
        self.correcting = Correcting(self.bridge, self.list, self.pane, self.verbs)
        self.sources = SourcesPage(self.bridge)
        self.settings = SettingsPage(self.bridge)
        self.first_run = FirstRun(self.bridge)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.list)
        self.split.addWidget(self.pane)
        self.split.setStretchFactor(0, 2)
        self.split.setStretchFactor(1, 3)
        self.split.setChildrenCollapsible(False)
        self.pages = QStackedWidget()
        for page in (self.split, self.sources, self.settings, self.first_run):
            self.pages.addWidget(page)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.head)
        right.addWidget(self.banners)
        right.addWidget(self.pages, 1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(middle)
        self.setWindowIcon(icon("council-listener", "#1b5faa", 64))

    def _connect(self) -> None:
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self.look_again)
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(self._calm.start)
        self._beat.start()
        self.bridge.heard.connect(self._heard)
        self.bridge.saving.connect(self._saving_changed)
        self.bridge.fault.connect(self._fault)
        self.rail.opened.connect(self.open)
        self.head.sought.connect(self._seek)
        self.head.add.connect(self.add_mention)
        self.head.check.connect(self.check)
        self.head.keys.connect(self.key_sheet)
        self.list.looked_at.connect(
            lambda card: self.pane.look_at(card, self.list.table.chosen() if card else ())
        )
        self.list.table.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self.list.empty.connect(self._say_empty)
        self.pane.answered.connect(self.verbs.answer)
        self.pane.where.elsewhere.connect(self.verbs.elsewhere)
        self.pane.said.browse.connect(self.verbs.browse)
        self.pane.bar.asked.connect(lambda verb: self._verbs[verb]())
        self.verbs.said.connect(self.pane.bar.say)
        self.settings.look_changed.connect(self.look_again)
        self.first_run.chosen.connect(self._begin)
        self._theme.changed.connect(self._fit)
        self._fit()

    def _bind(self) -> None:
        verbs = self.verbs
        table = self.list.table
        self._verbs: dict[str, Callable[[], None]] = {
            "next": lambda: table.step(1), "previous": lambda: table.step(-1),
            "read": self.pane.said.words.setFocus, "browse": verbs.browse,
            "select": table.toggle, "search": self._focus_search, "back": self.back,
            "suggested": verbs.suggested, "urgent": verbs.urgent, "safe": verbs.safe,
            "forward": verbs.forward, "reply": verbs.reply, "no_reply": verbs.no_reply,
            "yes": lambda: verbs.answer(True), "no": lambda: verbs.answer(False),
            "elsewhere": verbs.elsewhere, "snooze": verbs.snooze, "note": verbs.note,
            "correct": self.correcting.menu,
            "star": verbs.star, "undo": verbs.undo, "add": self.add_mention,
            "check": self.check, "fresh": self.list.reload, "scheme": self._other_scheme,
            "larger": lambda: self._resize(1), "smaller": lambda: self._resize(-1),
            "full": self._full, "sheet": self.key_sheet, "quit": self._quit,
        }  # fmt: skip
        on_page = {
            "next", "previous", "read", "browse", "select", "suggested", "urgent", "safe",
            "forward", "reply", "no_reply", "yes", "no", "elsewhere", "snooze", "note", "star",
            "correct",
        }  # fmt: skip
        wired = {
            name: partial(self._on_list, do) if name in on_page else do
            for name, do in self._verbs.items()
        }
        self.keys = bind(self, wired, {"read": table})
        bind_lists(self, self.rail.names(), self.open)

    def _on_list(self, do: Callable[[], None]) -> None:
        """What is done to a mention is done only where it can be seen."""
        if self.pages.currentWidget() is self.split:
            do()

    def open(self, name: str) -> None:
        """Opens a list or a page."""
        self.rail.mark(name)
        page: QWidget = {"sources": self.sources, "settings": self.settings}.get(name, self.split)
        self.pages.setCurrentWidget(page)
        if name in VIEW_WORDS:
            self.head.forget()
            self.list.open(name)
            self.list.step_into()
        elif page is self.sources:
            self.sources.reload()

    def back(self) -> None:
        """Back to the list, out of a search or a page."""
        if self.list.search or self.pages.currentWidget() is not self.split:
            self.open(self.list.view or self._last_view)
        else:
            self.head.forget()
            self.list.step_into()

    def add_mention(self) -> None:
        """Asks for a mention that somebody saw."""
        dialog = AddDialog(self)
        dialog.accepted.connect(
            lambda: self.bridge.ask(dialog.command(), self._added, self._not_done)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def check(self) -> None:
        """Asks every source now, and shows the list as it is."""
        self._progress = "Checking all sources …"
        self._foot()
        self.bridge.ask(Poll(everything=True), lambda _: self.list.reload())

    def key_sheet(self) -> None:
        """Shows every key."""
        sheet = KeySheet(self)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def look_again(self) -> None:
        """Reads where everything stands, and shows it."""
        self.bridge.read(glance, self._show, self._fault, "glance")

    def _show(self, now: Glance) -> None:
        first = self.glance is None
        self.glance = now
        at = datetime.now(UTC)
        council = now.council
        self.rail.name_council(council.short or council.name if council else "No council yet")
        self.rail.show_counts(now.counts)
        self.rail.show_sources(now.heard, now.every)
        self.verbs.officer = now.settings.officer
        self.verbs.services = council.services if council else ()
        self.correcting.council = council
        self.setWindowTitle(f"({now.to_do}) Council Listener" if now.to_do else "Council Listener")
        self.banners.show_glance(now, at, self._start)
        self._foot()
        self.settings.show_settings(now.settings)
        look = Look(now.settings.theme, now.settings.text_size)
        if look != self._theme.look:
            self._theme.wear(look)
        if first:
            self._open_first(now)
        elif self.list.view is not None:
            self.list.note_total(now.counts.get(self.list.view, 0))
            self._say_empty()

    def _open_first(self, now: Glance) -> None:
        self._last_view = first_view(now)
        self.open(self._last_view)
        sample = now.council is None or now.council.sample
        if sample and not now.settings.first_run_done:
            self.pages.setCurrentWidget(self.first_run)
            self.first_run.sample.setFocus()

    def _start(self) -> None:
        self.pages.setCurrentWidget(self.first_run)
        self.first_run.sample.setFocus()

    def _begin(self, said: str) -> None:
        self.bridge.ask(Change("first_run_done", True))
        self.back()
        self.pane.bar.say(said)

    def _heard(self, event: events.Event) -> None:
        match event:
            case events.MentionsChanged(keys=()):
                self.list.note_changed()
            case events.MentionsChanged(keys=keys):
                self._mentions_changed(keys)
            case events.PollProgress(done=done, of=of):
                self._progress = f"Checking: {done} of {of}" if done < of else ""
                self._foot()
            case events.Offline(offline=offline):
                self.banners.show_offline(offline)
            case events.Fault(sentence=sentence):
                self._fault(sentence)
            case _:
                if self.pages.currentWidget() is self.sources:
                    self.sources.reload()
        if not self._calm.isActive():
            self._calm.start()

    def _mentions_changed(self, keys: tuple[MentionKey, ...]) -> None:
        shown = [k for k in keys if self.list.model.where(k) >= 0]
        if shown:
            self.bridge.read(lambda r: [r.row(k) for k in shown], self._refresh)
        if self.pane.detail is not None and self.pane.detail.row.key in keys:
            self.pane.read_again()

    def _refresh(self, rows: list[Row]) -> None:
        self.list.refresh(rows)
        self._chosen()  # a mention that has come to be urgent has other ways out

    def _chosen(self) -> None:
        card = self.list.current()
        if card is not None:
            self.pane.show_chosen(self.list.table.chosen())

    def _say_empty(self) -> None:
        if self.glance is not None and self.list.view is not None and not self.list.search:
            self.list.say_empty(*end_words(self.list.view, self.glance))

    def _seek(self, text: str) -> None:
        if text:
            self._last_view = self.list.view or self._last_view
            self.pages.setCurrentWidget(self.split)
            self.list.open(None, text)
        elif self.list.search:
            self.open(self._last_view)

    def _focus_search(self) -> None:
        self.head.focus_search()

    def _added(self, key: MentionKey) -> None:
        self.pane.bar.say("Added. It was read and put where it belongs.")
        self.bridge.read(lambda r: r.row(key), lambda row: self._go_to(row.view, key))

    def _go_to(self, view: View, key: MentionKey) -> None:
        self.open(view)
        self.list.reload(key)

    def _not_done(self, why: str) -> None:
        self.pane.bar.say(why, False, True)

    def _fault(self, why: str) -> None:
        self.banners.fault.put_away = False
        self.banners.fault.say(why, "red")

    def _saving_changed(self, asked: int) -> None:
        self._saving = asked
        self._foot()

    def _foot(self) -> None:
        if self.glance is not None:
            self.rail.say_foot(
                foot_words(self.glance, datetime.now(UTC), self._progress, self._saving)
            )

    def _other_scheme(self) -> None:
        self._wear(self._theme.other_scheme())

    def _resize(self, steps: int) -> None:
        self._wear(self._theme.resized(steps))

    def _wear(self, look: Look) -> None:
        self._theme.wear(look)
        self.bridge.ask(Change("theme", look.scheme))
        self.bridge.ask(Change("text_size", look.size))

    def _fit(self) -> None:
        """Widths that follow the text size."""
        unit = self.fontMetrics().averageCharWidth()
        # At twice the text size a screen of 1440 still has to hold all three columns.
        self.rail.fit(unit * (25 if self._theme.look.size < 150 else 22))
        self.list.setMinimumWidth(unit * 24)
        self.pane.setMinimumWidth(unit * 32)

    def _quit(self) -> None:
        self.close()

    def _full(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Says that listening stops; then keeps where the window stood, and lets go."""
        if not self.closing.may_close():
            event.ignore()
            return
        self.place.keep()
        self._beat.stop()
        self._calm.stop()
        self.bridge.close()
        event.accept()

    def close_now(self) -> None:
        """Closes without asking: the system wants it."""
        self.closing.asked = True
        self.close()
