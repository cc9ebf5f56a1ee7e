"""What the service will get, beside the spike, and the verbs: forward, a line, not a spike."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from listener.handoff import RESPONSES, Digest
from listener.spike import Spike
from ui import words
from ui.keys import key_of
from ui.mention.actions import UndoBar
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import heading, label, rule
from ui.parts.scrolling import scrolling
from ui.tongue import said_later, tr

VERBS = said_later((
    ("forward", "Forward", "forward", "primary"),
    ("line", "Line for residents…", "reply", "plain"),
    ("acknowledge", "I have seen it", "suggested", "plain"),
    ("not_a_spike", "Not a spike", "no_reply", "plain"),
    ("more", "More…", "more", "plain"),
))  # fmt: skip
"""A verb, its words, the verb of ui.keys whose key does it here, and its look."""


class Passing(QFrame):
    """Shows the digest as it would go now; asks, and does nothing by itself."""

    asked = Signal(str)
    """A verb of VERBS."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.to = label("", "soft")
        self.subject = label("", "strong")
        self.text = label("")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(tr("What the service will get"))
        self.links = label("", "soft")
        self.bar = UndoBar()
        self._buttons: dict[str, KeyButton] = {}
        verbs = Flow(gap=6)
        for verb, text, key, kind in VERBS:
            button = KeyButton(tr(text), key_of(key) if key else "", kind)
            button.clicked.connect(lambda _=False, v=verb: self.asked.emit(v))
            self._buttons[verb] = button
            verbs.addWidget(button)
        self._inside = QWidget()
        told = QVBoxLayout(self._inside)
        told.setContentsMargins(0, 0, 8, 0)
        told.setSpacing(8)
        for part in (self.subject, self.text, self.links):
            told.addWidget(part)
        told.addStretch(1)
        self._scroll = scrolling(self._inside)
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 14, 16, 12)
        rows.setSpacing(8)
        rows.addWidget(heading(tr("What the service will get")))
        rows.addWidget(self.to)
        rows.addWidget(rule())
        rows.addWidget(self._scroll, 1)
        rows.addWidget(self.bar)
        rows.addLayout(verbs)

    def button(self, verb: str) -> KeyButton:
        """The button of a verb."""
        return self._buttons[verb]

    def unroll(self, whole: bool) -> None:
        """Shows the text as tall as it is, for a page that scrolls itself; or lets it scroll."""
        if whole:
            self._scroll.takeWidget()
            self._inside.setAutoFillBackground(False)  # as the scrolling area had made it do
            self._rows.insertWidget(self._rows.indexOf(self._scroll), self._inside)
        else:
            self._rows.removeWidget(self._inside)
            self._scroll.setWidget(self._inside)
        self._scroll.setVisible(not whole)
        self._inside.show()

    def show_spike(self, spike: Spike) -> None:
        """What may be done with it: what is over is neither seen nor silenced."""
        live = spike.status in ("open", "acknowledged")
        self._buttons["acknowledge"].setVisible(spike.status == "open")
        self._buttons["not_a_spike"].setVisible(live)

    def show_digest(self, digest: Digest | None, to: str, why: str = "") -> None:
        """The digest as it would go; why: a sentence where there is none."""
        self.to.setText(words.plain(to))
        self.subject.setText(words.line(digest.subject) if digest else words.plain(why))
        self.text.setText(words.plain(reflowed(digest.plain)) if digest else "")
        self.text.setAccessibleDescription(self.text.text())  # its name is all that was read aloud
        self.text.setVisible(digest is not None)
        answers = " · ".join(RESPONSES.values())
        self.links.setText(tr("It can be answered by one of these: {answers}.", answers=answers))
        self.links.setVisible(digest is not None)
        self._buttons["forward"].setEnabled(digest is not None)

    def say(self, text: str, undoable: bool = False, fault: bool = False) -> None:
        """Says what was done last, or why it was not."""
        self.bar.say(text, undoable, fault)


def reflowed(mail: str) -> str:
    """The text of a mail with the breaks taken out that only keep its lines short."""
    lines: list[str] = []
    for line in mail.splitlines():
        fresh = not line.strip() or line.startswith(("- ", "* ", "“"))
        if fresh or not lines or not lines[-1].strip() or lines[-1].endswith(":"):
            lines.append(line)
        else:
            lines[-1] = f"{lines[-1]} {line.strip()}"
    return "\n".join(lines)
