"""The mention itself: what was said, where and when, what it was read as, and others like it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from listener.mention import Detail, Heard, MentionKey
from ui import words
from ui.mention.legend import Legend
from ui.mention.marks import kinds_in, marks_of
from ui.mention.text import LONGEST, Words
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import chip, label, tip
from ui.parts.lines import Lines
from ui.tongue import tr
from ui.urgent.veil import Veil


class Said(QFrame):
    """A card. It shows one Detail, and asks for the original to be opened."""

    browse = Signal()
    opened = Signal()
    """A text that was hidden, because it may distress, is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.shown_detail: Detail | None = None
        self._meta = label("", "soft")
        self.words = Words()
        self.veil = Veil()
        self.veil.lifted.connect(self.read)
        self._seen: MentionKey | None = None  # opened in this look
        self.original = KeyButton("", "B", kind="link")
        self.original.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.original.clicked.connect(self.browse)
        self._cut = label("", "soft")
        self._chips = QWidget()
        self._flow = Flow(self._chips, 6)
        self.legend = Legend()
        self.legend.toggled.connect(self.words.show_marks)
        self._because = Lines()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 16, 18, 16)
        rows.setSpacing(8)
        for part in (
            self._meta, self.veil, self.words, self.legend, self._cut, self.original, self._chips,
            self._because,
        ):  # fmt: skip
            rows.addWidget(part)
        rows.addStretch(1)

    def show_detail(self, detail: Detail, now: datetime) -> None:
        """Shows a mention as it is kept."""
        heard = detail.heard
        self._meta.setText(_meta(detail, now))
        title, text = _title_and_text(heard)
        marks = marks_of(detail.reading, f"{heard.title}\n{heard.text}", titleless=not title)
        self.words.show_words(title, text, marks)
        self._cut.setVisible(len(text) > LONGEST)
        self._cut.setText(
            tr("Cut after {longest:,} characters; the original has the rest.", longest=LONGEST)
        )
        host = words.true_host(heard.url)
        self.original.setVisible(bool(host))
        self.original.setText(tr("Open the original at {host}", host=host))
        self.original.setAccessibleName(self.original.text())
        tip(self.original, heard.url)
        self._show_chips(detail)
        self.legend.show_kinds(kinds_in(marks))
        self._because.show_lines(_because(detail))
        self._cover(detail)

    def read(self) -> None:
        """Puts the keyboard into the words; opens them where they were hidden."""
        if not self.veil.isHidden() and self.shown_detail is not None:
            self._seen = self.shown_detail.row.key
            self.show_detail(self.shown_detail, datetime.now(UTC))
            self.opened.emit()
        self.words.setFocus()

    def _cover(self, detail: Detail) -> None:
        """Hides words that may distress, and whatever quotes them, until this look opens them."""
        self.shown_detail = detail
        if self._seen != detail.row.key:
            self._seen = None
        hidden = detail.urgent is not None and detail.urgent.mark.hidden and self._seen is None
        self.veil.setVisible(hidden)
        if hidden and detail.urgent is not None:
            self.veil.care(detail.urgent.guide.wellbeing)
        self.words.setVisible(not hidden)
        if hidden:
            for part in (self.legend, self._because):
                part.hide()

    def covered(self) -> bool:
        """Whether the words are hidden now."""
        return not self.veil.isHidden()

    def _show_chips(self, detail: Detail) -> None:
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for sign in _signs(detail):
            self._flow.addWidget(chip(sign.text, sign.colour))
        self._chips.updateGeometry()


def _title_and_text(heard: Heard) -> tuple[str, str]:
    """The title and text to show: a title that only repeats the text's beginning is left out."""
    start = heard.title.rstrip("….").strip().casefold()
    if not heard.text.strip():
        return heard.title, ""
    if start and heard.text.strip().casefold().startswith(start):
        return "", heard.text
    return heard.title, heard.text


def _meta(detail: Detail, now: datetime) -> str:
    heard, row = detail.heard, detail.row
    who = heard.author or {"member": tr("A member"), "press": tr("The press")}.get(
        heard.author_is, tr("Resident")
    )
    parts = [who, words.line(row.source), words.channel(row.channel)]
    if heard.published:
        parts.append(words.when(heard.published, now))
    else:
        why = heard.date_fault or tr("the source gives no time")
        parts.append(tr("heard {heard} ({why})", heard=words.when(row.heard, now), why=why))
    thread = words.true_host(heard.thread) if heard.thread != heard.url else ""
    if thread:
        parts.append(tr("in a thread at {thread}", thread=thread))
    if heard.seen_at:
        parts.append(tr("seen at {seen_at}", seen_at=words.line(heard.seen_at)))
    if heard.tally > 1:
        parts.append(tr("stands for about {tally:,} comments", tally=heard.tally))
    if not heard.public:
        parts.append(tr("not public: a paraphrase, without its author"))
    return " · ".join(p for p in parts if p)


def _signs(detail: Detail) -> list[words.Sign]:
    row, reading = detail.row, detail.reading
    signs = [words.GRADES[row.grade]] if row.grade != "none" else []
    tone = words.TONES[reading.tone.label]
    score = round(reading.tone.score, 2) or 0.0  # never “−0.00”
    number = f" ({score:+.2f})" if reading.tone.label != "not_read" and score else ""
    signs.append(words.Sign(tone.shape, tone.word + number.replace("-", "−"), tone.colour))
    if reading.kind.value:
        signs.append(words.Sign("", str(reading.kind.value), "grey"))
    if row.stack_size > 1:
        least = "" if row.people >= row.stack_size else tr("at least ")
        people = words.count(row.people, "person", "people")
        signs.append(
            words.Sign(
                "",
                tr(
                    "{stack_size} like this from {least}{people}",
                    stack_size=row.stack_size,
                    least=least,
                    people=people,
                ),
                "grey",
            )
        )
    if row.already_routed:
        signs.append(words.Sign("✓", "already with the service", "grey"))
    if detail.heard.author_is == "member":
        signs.append(words.Sign("◆", "by an elected member", "violet"))
    if row.starred:
        signs.append(words.Sign("★", "starred", "amber"))
    return signs


def _because(detail: Detail) -> list[str]:
    reading = detail.reading
    lines = []
    if reading.danger.grade != "none":
        # The card of an urgent mention, beside it, says that already.
        judge = "" if detail.row.view == "urgent" else tr(" We look for words; you judge.")
        lines.append(tr("Danger: {because}.{judge}", because=reading.danger.because, judge=judge))
    lines.append(tr("Tone: {because}", because=reading.tone.because))
    if reading.places:
        places = ", ".join(p.name for p in reading.places[:6])
        lines.append(f"{(tr('Place') if len(reading.places) == 1 else tr('Places'))}: {places}")
    if reading.language.value not in ("en", "", None):
        lines.append(
            tr(
                "Language: {value} ({because})",
                value=reading.language.value,
                because=reading.language.because,
            )
        )
    return lines
