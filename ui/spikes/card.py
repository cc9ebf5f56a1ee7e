"""One spike in words: how many, what is usual, what stands out, and how it is worked out."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from listener.spike import SpikeCard
from ui import words
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import chip, heading, label, reworn
from ui.parts.lines import Lines
from ui.spikes import words as said
from ui.spikes.bars import Bars
from ui.tongue import tr


class CardView(QFrame):
    """The figures of a spike; `show_card` fills it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setProperty("spike", True)
        self.title = label("", "title")
        self.state = chip("", "amber")
        self.sureness = chip("", "grey")
        self.judged = label("", "soft")
        self.sentence = label("")
        self.bars = Bars()
        self.stands_out = label("")
        self.where = label("", "soft")
        self.beside = label("", "soft")
        self.figures = Lines()
        self.how = KeyButton(tr("How this is worked out"), kind="link")
        self.how.clicked.connect(self._unfold)
        signs = Flow(gap=8)
        for sign in (self.state, self.sureness):
            signs.addWidget(sign)
        head = QVBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addLayout(signs)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 16, 20, 14)
        rows.setSpacing(8)
        rows.addLayout(head)
        for part in (
            self.sentence, self.judged, self.bars, self.stands_out, self.where, self.beside,
            self.how, self.figures,
        ):  # fmt: skip
            rows.addWidget(part)
        self.figures.hide()

    def show_card(self, card: SpikeCard, now: datetime) -> None:
        """Shows this spike."""
        spike, about = card.spike, card.understood
        self.title.setText(words.line(spike.title))
        sign = said.state(spike)
        self.state.setText(sign.text)
        reworn(self.state, "chip", sign.colour)
        # A chip is one line, and in large text the whole of it is wider than the window.
        sure, _, judged = spike.sureness.partition(", ")
        self.sureness.setText(words.line(sure))
        self.sureness.setVisible(bool(sure))
        self._say(self.judged, f"{judged[:1].upper()}{judged[1:]}.", judged)
        self.sentence.setText(said.sentence(spike, now))
        day = spike.began.astimezone(words.LONDON)
        self.bars.show_bars(card.bars, tr("usual range for a {day}", day=f"{day:%A}"), now)
        listed = ", ".join(about.words)
        self._say(self.stands_out, tr("Words that stand out: {words}", words=listed), listed)
        places, sources = said.named(about.places), said.named(about.sources)
        told = [tr("Sources: {sources}", sources=sources)] if sources else []
        told += [tr("Places: {places}", places=places)] if places else []
        self._say(self.where, " · ".join(told), "".join(told))
        self._say(self.beside, said.beside(spike), said.beside(spike))
        shown = not self.figures.isHidden()
        self.figures.show_lines([f"{name}: {value}" for name, value in card.figures])
        self.figures.setVisible(shown)
        self.how.setVisible(bool(card.figures))

    def _say(self, where: QWidget, text: str, holds: str) -> None:
        where.setProperty("text", words.plain(text))
        where.setVisible(bool(holds))

    def _unfold(self) -> None:
        shown = self.figures.isHidden()
        self.figures.setVisible(shown)
        self.how.setText(tr("Fold how this is worked out") if shown else _how())
        self.how.updateGeometry()


def _how() -> str:
    return tr("How this is worked out")


class SaidView(QFrame):
    """What people say and ask for, known works, and what was done; each opens its posts."""

    opened = Signal(object)
    """The keys of the mentions to look at."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(20, 14, 20, 14)
        self._rows.setSpacing(6)

    def show_card(self, card: SpikeCard, now: datetime) -> None:
        """Shows what belongs to this spike and nothing else."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._show_quotes(card, now)
        self._show_asks(card)
        self._show_works(card)
        self._part(tr("The last time at this place"), [card.last_time] if card.last_time else [])
        self._part(tr("Part of it"), [words.line(title) for title in card.spike.absorbed])
        self._part(tr("What was done"), list(card.history))
        every = KeyButton(tr("Open all its posts ({many:,})", many=len(card.posts)), kind="link")
        every.clicked.connect(lambda: self.opened.emit(tuple(p.key for p in card.posts)))
        self._rows.addWidget(every)
        self._rows.addStretch(1)

    def _show_quotes(self, card: SpikeCard, now: datetime) -> None:
        quotes = card.understood.quotes
        if not quotes:
            self._part(
                tr("What people say"),
                [tr("Nothing of this may be quoted: open the posts to read them.")],
            )
            return
        many = {1: tr("One that says it best"), 2: tr("Two that say it best")}
        self._rows.addWidget(heading(many.get(len(quotes), tr("Three that say it best"))))
        for quote in quotes:
            box = QFrame()
            box.setProperty("quote", True)
            inside = QVBoxLayout(box)
            inside.setContentsMargins(12, 2, 0, 2)
            inside.setSpacing(0)
            inside.addWidget(label(words.line(quote.text)))
            said_where = f"{words.line(quote.source)} · {words.short_when(quote.said, now)}"
            inside.addWidget(label(said_where, "soft"))
            self._rows.addWidget(box)

    def _show_asks(self, card: SpikeCard) -> None:
        asks = card.understood.asks
        if not asks:
            return
        self._rows.addSpacing(8)
        self._rows.addWidget(heading(tr("They ask for")))
        for ask in asks:
            people = words.count(ask.people, "person", "people")
            button = KeyButton(f"{words.line(ask.words)} ({people})", kind="link")
            button.clicked.connect(lambda _=False, keys=ask.keys: self.opened.emit(keys))
            self._rows.addWidget(button)

    def _show_works(self, card: SpikeCard) -> None:
        if not card.works:
            return
        self._rows.addSpacing(8)
        self._rows.addWidget(heading(tr("Known works here")))
        for work, explains in card.works:
            box = QWidget()
            row = QHBoxLayout(box)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(label(words.line(work.sentence)), 1)
            row.addWidget(chip(explains, "grey"))
            self._rows.addWidget(box)

    def _part(self, title: str, lines: list[str]) -> None:
        if lines:
            self._rows.addSpacing(8)
            self._rows.addWidget(heading(title))
            shown = Lines("")
            shown.show_lines(lines)
            self._rows.addWidget(shown)
