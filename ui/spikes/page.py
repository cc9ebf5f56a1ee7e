"""The page of spikes: those that stand so, the one that is looked at, and what its service gets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from listener.mention import MentionKey
from listener.spike import Drop, Spike, SpikeCard, SpikeKey, SpikeStatus
from ui.bridge import Bridge
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import label
from ui.queue.face import Face
from ui.responses.responding import Responding
from ui.responses.seeing import Seeing
from ui.spikes.card import CardView, SaidView
from ui.spikes.columns import Columns
from ui.spikes.doing import Doing
from ui.spikes.list import SpikeList
from ui.spikes.passing import Passing
from ui.spikes.posts import PostsDialog
from ui.spikes.words import silent
from ui.tongue import said_later, tr
from ui.works.dialog import WorksDialog

STATES: tuple[tuple[SpikeStatus, str, str], ...] = said_later((
    ("open", "Open {many:,}", "No spike is open: nothing is talked about much more than usual."),
    ("acknowledged", "With a service {many:,}", "No spike is with a service."),
    ("ended", "Ended {many:,}", "No spike has ended yet."),
    ("past", "Found afterwards {many:,}",
     "None was found in what was heard later than it was said."),
))  # fmt: skip


class SpikesPage(QWidget):
    """Reads when it is opened and when spikes change; keeps its place."""

    look_at = Signal(str)
    """A search for the mentions to look at."""
    go = Signal(object)
    """The key of a mention to go to."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._spikes: tuple[Spike, ...] = ()
        self._state: SpikeStatus = "open"
        self._by_hand = False  # whether the state was chosen by a person
        self._wanted: SpikeKey | None = None
        self._stepping = False
        self.card: SpikeCard | None = None
        self.list = SpikeList()
        self.view = CardView()
        self.said = SaidView()
        self.passing = Passing()
        self.face = Face()
        self.silent = label("", "soft")
        self.silent.hide()
        self.doing = Doing(bridge, self.passing, self.list.current, self)
        self.responding = Responding(bridge, self)
        self.responding.serve(self.doing, self.passing.say)
        self.responding.look_at.connect(self.go)
        self.seeing = Seeing(bridge, self.responding, self)
        self.seeing.waits.connect(self._show_waits)
        self.list.chosen.connect(self._look)
        self.list.itemActivated.connect(lambda _: self.open_posts())
        self.said.opened.connect(self.show_posts)
        self.passing.asked.connect(lambda verb: self.doing.verbs[verb]())
        self.passing.bar.undo.connect(self.doing.undo)
        self._lay_out()

    def _lay_out(self) -> None:
        head = Flow(gap=8)
        title = label(tr("Spikes"), "page", wrap=False)
        head.addWidget(title)
        self._group = QButtonGroup(self)
        self._chips: dict[SpikeStatus, KeyButton] = {}
        for name, _, _ in STATES:
            chip = KeyButton("")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, n=name: self._choose(n))
            self._group.addButton(chip)
            self._chips[name] = chip
            head.addWidget(chip)
        for text, press in ((tr("Known works and events…"), self._show_works),
                             (tr("Silenced topics…"), self.doing.silences)):  # fmt: skip
            button = KeyButton(text)
            button.clicked.connect(press)
            head.addWidget(button)
        self.answers = KeyButton(tr("Answers that wait"))
        self.answers.clicked.connect(self.seeing.open)
        head.addWidget(self.answers)
        top = QVBoxLayout()
        top.addLayout(head)
        top.addWidget(self.silent)
        self._columns = Columns(top, (self.list, self.view, self.said), self.passing, self.face)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._columns)

    def reload(self) -> None:
        """Reads the spikes again."""
        if not self._spikes:
            self._show_face(tr("Reading the spikes …"))
        self._bridge.read(lambda r: r.spikes(), self._show, self._broken, "spikes")
        self._bridge.read(lambda r: r.drops(), self._show_drops, self._broken, "drops")
        self.seeing.look()

    def _show_drops(self, drops: tuple[Drop, ...]) -> None:
        """The topics that have fallen silent; nothing where none has."""
        self.silent.setText(silent(drops, datetime.now(UTC)))
        self.silent.setVisible(bool(drops))

    def _show_waits(self, many: int) -> None:
        """How many of the services' answers wait for an officer; hidden where none do."""
        self.answers.setText(tr("Answers that wait ({many:,})…", many=many))
        self.answers.setAccessibleName(self.answers.text())
        self.answers.setVisible(many > 0)
        self.answers.updateGeometry()

    def go_to(self, key: SpikeKey) -> None:
        """Shows a spike, in whatever state it is."""
        self._wanted = key
        self.reload()

    def current(self) -> Spike | None:
        """The spike that is looked at."""
        return self.list.current()

    def keys(self) -> dict[str, Callable[[], None]]:
        """What the keys of ui.keys do on this page."""
        do = self.doing.verbs
        return {
            "next": lambda: self.list.step(1), "previous": lambda: self.list.step(-1),
            "suggested": do["acknowledge"], "forward": do["forward"],
            "reply": do["line"], "no_reply": do["not_a_spike"], "snooze": do["silence"],
            "more": do["more"], "print": do["print"],
        }  # fmt: skip

    def open_posts(self) -> None:
        """Opens all posts of the spike in the list."""
        spike = self.current()
        if spike is not None:
            self.look_at.emit(f"spike:{spike.id}")

    def show_posts(self, keys: tuple[MentionKey, ...]) -> None:
        """Shows some of its posts; all of them stand in the list."""
        if self.card is None or len(keys) == len(self.card.posts):
            self.open_posts()
            return
        dialog = PostsDialog([p for p in self.card.posts if p.key in keys], self.window())
        dialog.chosen.connect(self.go)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def step_into(self) -> None:
        """Puts the keyboard into the list, once it has been read."""
        self._stepping = True

    def _show_works(self) -> None:
        dialog = WorksDialog(self._bridge, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _: self.reload())
        dialog.open()

    def _choose(self, state: SpikeStatus) -> None:
        self._by_hand = True
        self._state = state
        self._show(self._spikes)

    def _show(self, spikes: tuple[Spike, ...]) -> None:
        self._spikes = spikes
        wanted = next((s for s in spikes if s.key == self._wanted), None)
        if wanted is not None:
            self._state, self._by_hand = wanted.status, True
        there = {name for name, _, _ in STATES if any(s.status == name for s in spikes)}
        if not self._by_hand and self._state not in there:
            self._state = next((n for n, _, _ in STATES if n in there), "open")
        for name, text, _ in STATES:
            chip = self._chips[name]
            chip.setText(tr(text, many=sum(s.status == name for s in spikes)))
            chip.setAccessibleName(chip.text())
            chip.updateGeometry()
            chip.setChecked(name == self._state)
        shown = [s for s in spikes if s.status == self._state]
        if not shown:
            self.card = None
            self.list.show_spikes((), datetime.now(UTC))
            empty = {name: words for name, _, words in STATES}[self._state]
            self._show_face(tr(empty), tr(_WHAT))
            return
        self._columns.turn(to_face=False)
        self.list.show_spikes(shown, datetime.now(UTC))
        if self._stepping:
            self._stepping = False
            self.list.setFocus()
        if wanted is not None:
            self._wanted = None
            self.list.go_to(wanted.key)

    def _show_face(self, title: str, words: str = "") -> None:
        self.face.say(title, words)
        self._columns.turn(to_face=True)

    def _broken(self, why: str) -> None:
        self.face.say(tr("The spikes could not be read."), why, tr("Try again"), self.reload)
        self._columns.turn(to_face=True)

    def _look(self, spike: Spike | None) -> None:
        if spike is None:
            return
        self.passing.show_spike(spike)
        self._bridge.read(
            lambda r: r.spike_card(spike.key), self._show_card, self.doing.failed, "spike card"
        )
        self.doing.preview(spike)

    def _show_card(self, card: SpikeCard) -> None:
        now = datetime.now(UTC)
        self.card = card
        self.view.show_card(card, now)
        self.said.show_card(card, now)


_WHAT = said_later(
    "A spike is a topic or a place that several people talk about much more than is usual for "
    "that hour of that day. It is shown here and passed to the service that can fix it."
)
