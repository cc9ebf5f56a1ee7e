"""The officer's window: rail, list, mention and pages, put together and bound to keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QSystemTrayIcon,
    QVBoxLayout,
    QWidget,
)

from listener.commands import Change, Poll
from listener.mention import MentionKey
from rules.tables import joined
from ui.addmention.dialog import AddDialog
from ui.bridge import Bridge
from ui.closing import Closing, Place
from ui.correcting import Correcting
from ui.doors import DeskDoor
from ui.firstrun.page import FirstRun
from ui.glance import Glance
from ui.going import Going
from ui.head import Head
from ui.manners.among import Among
from ui.manners.dropping import Dropped
from ui.manners.tray import Tray, icon_at_the_clock
from ui.mention.pane import Pane
from ui.more import More
from ui.onward import Onward
from ui.pages import Pages
from ui.parts.banners import Banners
from ui.parts.keysheet import KeySheet
from ui.parts.rail import Rail
from ui.parts.ticks import on_tick
from ui.queue.lister import Lister
from ui.queue.pressing import Pressing
from ui.rekeying import Rekeying
from ui.reply.replying import Replying
from ui.searching import Searching
from ui.settings.page import SettingsPage
from ui.shortcuts import bind_lists
from ui.sitting import Sitting
from ui.sources.page import SourcesPage
from ui.telling import Telling
from ui.theme import Look, Theme, icon
from ui.tongue import tr
from ui.urgent.alarm import Alarm
from ui.verbs import Verbs


class Window(QMainWindow):
    """Lives as long as the desk it is given. Reads and asks through its bridge alone."""

    closed = Signal()
    """It is closed for good, not only put away."""

    def __init__(self, desk: DeskDoor, theme: Theme, icon: QSystemTrayIcon | None = None) -> None:
        super().__init__()
        self.bridge = Bridge(desk)
        self._theme = theme
        self._profile = desk.profile
        self._kept = QSettings(str(desk.profile / "window.ini"), QSettings.Format.IniFormat)
        self._build()
        self.telling = Telling(self)
        self._connect()
        self.among = Among(self, Tray(self, icon or icon_at_the_clock(self)))
        stays = self.among.put_away if self.among.tray.there else None
        self.closing = Closing(self, self._kept, stays)
        self.closing.chose = lambda to: self.bridge.ask(Change("close_to_tray", to))
        self._bind()
        self.place = Place(self, self.split, self._kept)
        self.sitting.keep_in(self._kept)
        self.telling.look_again()

    def _build(self) -> None:
        self.rail = Rail()
        self.head = Head()
        self.banners = Banners()
        self.alarm = Alarm(self.bridge)
        self.list = Lister(self.bridge)
        self.pane = Pane(self.bridge)
        self.verbs = Verbs(self.bridge, self.list, self.pane, self)
        self.correcting = Correcting(self.bridge, self.list, self.pane, self.verbs)
        self.replying = Replying(self.bridge, self.list, self.pane, self.verbs)
        self.more = More(self)
        self.publicity = self.replying.publicity = self.more.publicity
        self.searching = Searching(self.bridge, self.head, self.list, self.rail.saved, self.verbs)
        self.sitting = Sitting(self.rail.session, self.list)
        self.pressing = Pressing(self.bridge, self.list, self.pane, self.verbs)
        self.pages = Pages(self.bridge, self._profile)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.going = Going(self.rail, self.head, self.list, self.pages, self.split)
        self.onward = Onward(self)
        self._lay_out()
        self.setWindowIcon(icon("council-listener", "#1b5faa", 64))

    def _lay_out(self) -> None:
        """From the outside in: a widget that is given a new parent is styled again, with all that
        is in it, so each is put once, into what is in the window already."""
        middle = QWidget(self)
        self.setCentralWidget(middle)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        right = QVBoxLayout()
        right.setSpacing(0)
        row.addLayout(right, 1)
        for widget in (self.head, self.alarm, self.banners):
            right.addWidget(widget)
        right.addWidget(self.pages, 1)
        self.pages.addWidget(self.split)
        self.split.addWidget(self.list)
        self.split.addWidget(self.pane)
        self.split.setStretchFactor(0, 2)
        self.split.setStretchFactor(1, 3)
        self.split.setChildrenCollapsible(False)

    def _connect(self) -> None:
        self.rail.opened.connect(self.open)
        self.head.sought.connect(self.going.seek)
        self.head.add.connect(lambda: self.add_mention())
        self.head.check.connect(self.check)
        self.head.keys.connect(self.key_sheet)
        self.head.save.connect(self.searching.save)
        self.pages.go.connect(self.go_to)
        self.list.looked_at.connect(
            lambda card: self.pane.look_at(card, self.list.table.chosen() if card else ())
        )
        self.list.table.selectionModel().selectionChanged.connect(lambda *_: self.show_chosen())
        self.pane.answered.connect(self.verbs.answer)
        self.pane.where.elsewhere.connect(self.verbs.elsewhere)
        self.pane.said.browse.connect(self.verbs.browse)
        self.pane.bar.asked.connect(lambda verb: self._verbs[verb]())
        self.verbs.said.connect(self.pane.bar.say)
        self.replying.wanted.connect(self.going.go_to)
        self.pane.nearby.sought.connect(self.head.search.setText)
        self.pane.nearby.sought.connect(self.going.seek)
        self.alarm.look.connect(lambda key: self.going.go_to("urgent", key))
        self.alarm.fill_in.connect(self.verbs.urgency.contacts)
        self.alarm.review.connect(lambda: self.head.type("is:held"))
        self.alarm.ticked.connect(self.list.tell_time)
        self.alarm.ticked.connect(self.pane.urgent.tick)
        self.pages.look_changed.connect(self.telling.look_again)
        self.pages.chosen.connect(self._begin)
        self.pages.sought.connect(self.head.type)
        on_tick(self.pane.said.legend.marks, lambda on: self.bridge.ask(Change("marks", on)))
        self._theme.changed.connect(self._fit)
        self._fit()

    def _bind(self) -> None:
        verbs = self.verbs
        table = self.list.table
        own: dict[str, Callable[[], None]] = {
            "next": lambda: table.step(1), "previous": lambda: table.step(-1),
            "read": self.pane.said.read, "browse": verbs.browse,
            "select": table.toggle, "search": self.head.focus_search, "back": self.going.back,
            "suggested": verbs.suggested,
            "urgent": verbs.urgency.urgent, "safe": verbs.urgency.safe,
            "look": verbs.urgency.look, "hold": verbs.urgency.hold,
            "forward": verbs.forward, "reply": self.replying.begin, "no_reply": verbs.no_reply,
            "yes": lambda: verbs.answer(True), "no": lambda: verbs.answer(False),
            "elsewhere": verbs.elsewhere,
            "correct": self.correcting.menu, "posted": self.replying.posted,
            "save_search": self.searching.save,
            "star": verbs.star, "undo": verbs.undo, "add": lambda: self.add_mention(),
            "check": self.check, "fresh": self.list.reload, "scheme": self._other_scheme,
            "larger": lambda: self._resize(1), "smaller": lambda: self._resize(-1),
            "print": lambda: self.among.print(),
            "full": self._full, "sheet": self.key_sheet, "quit": self._quit,
        }  # fmt: skip
        self._verbs = joined(own, self.more.verbs())
        on_page = {
            "next", "previous", "read", "browse", "select", "suggested", "urgent", "safe",
            "forward", "reply", "no_reply", "yes", "no", "elsewhere", "snooze", "note", "star",
            "yes_do", "no_do",
            "correct", "print", "look", "hold", "mute", "more",
        }  # fmt: skip
        wired = {
            name: partial(self._where_seen, name, do) if name in on_page else do
            for name, do in self._verbs.items()
        }
        self.rekeying = Rekeying(self, wired, {"read": table})
        self.keys = self.rekeying.bound
        bind_lists(self, self.rail.names(), self.open)

    def do(self, verb: str) -> None:
        """Does a verb of ui.keys, asked for from outside the window."""
        self._verbs[verb]()

    def _where_seen(self, name: str, do: Callable[[], None]) -> None:
        """What is done to a mention is done only where it can be seen; a page has its own verbs."""
        if self.going.on_list():
            do()
        elif (own := self.pages.keys().get(name)) is not None:
            own()

    @property
    def glance(self) -> Glance | None:
        """Where everything stood when it was last read."""
        return self.telling.glance

    @property
    def sources(self) -> SourcesPage:
        """The page of sources; built now if it was not."""
        return self.pages.sources

    @property
    def settings(self) -> SettingsPage:
        """The page of settings; built now if it was not."""
        return self.pages.settings

    @property
    def first_run(self) -> FirstRun:
        """The page of the first run; built now if it was not."""
        return self.pages.first_run

    def open(self, name: str) -> None:
        """Opens a list or a page."""
        self.going.open(name)

    def show_chosen(self) -> None:
        """Shows what the verbs would be done to."""
        if self.list.current() is not None:
            self.pane.show_chosen(self.list.table.chosen())

    def add_mention(self, dropped: Dropped | None = None) -> None:
        """Asks for a mention that somebody saw."""
        dialog = AddDialog(self, dropped)
        dialog.accepted.connect(
            lambda: self.bridge.ask(dialog.command(), self._added, self._not_done)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def check(self) -> None:
        """Asks every source now, and shows the list as it is."""
        self.telling.say_progress(tr("Checking all sources …"))
        self.bridge.ask(Poll(everything=True), lambda _: self.list.reload())

    def key_sheet(self) -> None:
        """Shows every key."""
        sheet = KeySheet(self)
        sheet.for_it.connect(self.copy_for_it)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def copy_for_it(self) -> None:
        """Opens the settings at what IT asks for first, and copies it."""
        self.open("settings")
        self.settings.copy_for_it()

    def _begin(self, said: str) -> None:
        self.bridge.ask(Change("first_run_done", True))
        self.going.back()
        self.pane.bar.say(said)

    def _added(self, key: MentionKey) -> None:
        self.pane.bar.say(tr("Added. It was read and put where it belongs."))
        self.go_to(key)

    def go_to(self, key: MentionKey) -> None:
        """Opens the list in which a mention stands, at it."""
        self.bridge.read(lambda r: r.row(key), lambda row: self.going.go_to(row.view, key))

    def _not_done(self, why: str) -> None:
        self.pane.bar.say(why, False, True)

    def wear_kept(self, look: Look) -> None:
        """Takes the look that the settings keep."""
        if look != self._theme.look:
            self._theme.wear(look)

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
        self.closing.quitting = True
        self.close()

    def _full(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stays at the clock, or says that listening stops; keeps where it stood, and lets go."""
        if not self.closing.may_close():
            event.ignore()
            return
        self.place.keep()
        self.telling.stop()
        self.among.tray.stop()
        self.alarm.stop()
        self.sitting.leave()
        self.bridge.close()
        event.accept()
        self.closed.emit()

    def close_now(self) -> None:
        """Closes without asking: the system wants it."""
        self.closing.asked = True
        self.close()
