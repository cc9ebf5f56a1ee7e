"""A heading with lines under it that the keyboard can reach, so that a screen reader reads it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from rules.urgent import Ring
from ui import words
from ui.parts.labels import heading, label, reworn
from ui.tongue import said_later, tr

CHECK = said_later("number to be confirmed by your council")


class Facts(QFrame):
    """Shows lines; a line may be marked as a fault."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.setProperty("facts", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 2, 2, 2)
        self._rows.setSpacing(4)
        self._rows.addWidget(heading(title))
        self._labels: list[QLabel] = []

    def show_lines(self, lines: Sequence[str], sound: Sequence[bool] | None = None) -> None:
        """Shows these lines. sound: False for a line that says what is missing."""
        while len(self._labels) < len(lines):
            made = label("")
            self._labels.append(made)
            self._rows.addWidget(made)
        for at, shown in enumerate(self._labels):
            shown.setVisible(at < len(lines))
            if at < len(lines):
                shown.setText(words.plain(lines[at]))
                look = "" if sound is None or sound[at] else "fault"
                if shown.property("look") != look:
                    reworn(shown, "look", look)
        self.setAccessibleName(f"{self._title}: {'; '.join(lines)}")

    def said(self) -> str:
        """All that stands there, as a screen reader says it."""
        return self.accessibleName()


def short_words(ring: Ring) -> str:
    """A number to ring now, in as few words as may be: the number first."""
    if ring.missing:
        return tr("! {who}: no number filled in yet", who=ring.who)
    note = f" ({ring.note})" if ring.note and not ring.note.startswith("in hours") else ""
    return f"{ring.number} · {ring.who}{note}"


def whole_words(ring: Ring) -> str:
    """A number with whose it is, when it answers, what for, and whether it is to be confirmed."""
    if ring.missing:
        return tr("! {who}: no number filled in yet ({why})", who=ring.who, why=ring.why)
    name = f": {ring.name}" if ring.name else ""
    more = "; ".join(p for p in (ring.note, ring.why, tr(CHECK) if ring.check else "") if p)
    return f"{ring.number} · {ring.who}{name} ({more})"
