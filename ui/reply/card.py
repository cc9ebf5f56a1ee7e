"""What we said to a mention, where it stands, and what may be done with it now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from rules.replying import Reply, State
from ui import words
from ui.keys import key_of
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import chip, heading, label, rule
from ui.reply.told import sign, stands
from ui.tongue import said_later, tr

# A reply's verbs by its state: the verb, its words, and its key's verb or "".
DOABLE: dict[State, tuple[tuple[str, str, str], ...]] = said_later({
    "waits": (("read", "I have read it…", ""), ("withdraw", "Do not send it", "")),
    "back": (("again", "Write it again…", "reply"), ("withdraw", "Do not send it", "")),
    "read": (("copy", "Copy and open the original", ""), ("withdraw", "Do not send it", "")),
    "copied": (("link", "Paste its link", "posted"), ("posted", "It was posted", ""),
               ("withdraw", "Not sent after all", "")),
    "posted": (("open", "Open it", ""), ("link", "Another link…", "")),
    "withdrawn": (),
})  # fmt: skip


class OurReplies(QFrame):
    """A card with every reply to the mention shown, newest first; hidden where there is none."""

    asked = Signal(str, object)
    """A verb of DOABLE, and the Reply."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(18, 16, 18, 16)
        self._rows.setSpacing(8)
        self._rows.addWidget(heading(tr("What we said")))
        self._shown: tuple[Sequence[Reply], str] = ((), "")
        self._parts: list[QWidget] = []
        self.hide()

    def show_replies(self, replies: Sequence[Reply], now: datetime) -> None:
        """Shows these replies and no others."""
        shown = (tuple(replies), f"{now:%Y%m%d}")
        if shown == self._shown:
            return
        self._shown = shown
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        for reply in reversed(replies):
            if self._parts:
                self._parts.append(rule())
            self._parts.append(self._one(reply, now))
        for part in self._parts:
            self._rows.addWidget(part)
        self.setVisible(bool(replies))

    def _one(self, reply: Reply, now: datetime) -> QWidget:
        made = QWidget()
        rows = QVBoxLayout(made)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        how = sign(reply.state)
        rows.addWidget(chip(how.text, how.colour), 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(label(stands(reply, now), "soft"))
        rows.addWidget(_text(reply))
        if reply.last.link:
            rows.addWidget(
                label(tr("At {true_host}", true_host=words.true_host(reply.last.link)), "soft")
            )
        buttons = Flow(gap=8)
        for verb, text, key in DOABLE[reply.state]:
            if verb == "open" and not reply.last.link:
                continue
            if verb == "link" and reply.state == "posted" and not reply.last.link:
                text = "Paste its link"
            button = KeyButton(tr(text), key_of(key) if key else "")
            button.clicked.connect(lambda _=False, v=verb: self.asked.emit(v, reply))
            buttons.addWidget(button)
        rows.addLayout(buttons)
        return made


def _text(reply: Reply) -> QLabel:
    shown = label(reply.text or tr("Its words were erased."), "" if reply.text else "soft")
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return shown


class Strip(QFrame):
    """One line above the verbs: the newest reply that still wants something, and how many more."""

    asked = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("asked", True)
        self.reply: Reply | None = None
        self._put_away: frozenset[tuple[int, State]] = frozenset()
        self._open: Sequence[Reply] = ()
        self._shown: frozenset[int] = frozenset()
        self._now = datetime.now(UTC)
        self._words = label("", "strong")
        self._buttons: dict[str, KeyButton] = {}
        flow = Flow(gap=8)
        for verb, text, key in (
            ("link", tr("Paste its link"), key_of("posted")), ("posted", tr("It was posted"), ""),
            ("show", tr("Show it"), ""), ("later", tr("Later"), ""),
        ):  # fmt: skip
            button = KeyButton(text, key)
            button.clicked.connect(lambda _=False, v=verb: self._press(v))
            self._buttons[verb] = button
            flow.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 10, 14, 10)
        rows.setSpacing(6)
        rows.addWidget(self._words)
        rows.addLayout(flow)
        self.hide()

    def show_open(self, replies: Sequence[Reply], now: datetime) -> None:
        """Shows the newest of these, unless all of them were put away."""
        self._open, self._now = replies, now
        left = [r for r in replies if not self._known(r)]
        self.reply = left[0] if left else None
        self.setVisible(self.reply is not None)
        if self.reply is None:
            return
        more = tr(" ({value} more)", value=len(left) - 1) if len(left) > 1 else ""
        where = (
            tr(" To {source}.", source=words.line(self.reply.source)) if self.reply.source else ""
        )
        self._words.setText(words.plain(f"{stands(self.reply, now)}.{where}{more}"))
        for verb in ("link", "posted"):
            self._buttons[verb].setVisible(self.reply.state == "copied")

    def show_elsewhere(self, shown: Sequence[Reply]) -> None:
        """These replies are shown beside it: it need not tell of them."""
        self._shown = frozenset(r.key for r in shown)
        self.show_open(self._open, self._now)

    def _known(self, reply: Reply) -> bool:
        return reply.key in self._shown or (reply.key, reply.state) in self._put_away

    def said(self) -> str:
        """What stands there, or ""."""
        return self._words.text() if self.reply is not None else ""

    def button(self, verb: str) -> KeyButton:
        """The button of a verb."""
        return self._buttons[verb]

    def _press(self, verb: str) -> None:
        if verb == "later":
            self._put_away |= {(r.key, r.state) for r in self._open}
            self.show_open(self._open, self._now)
        elif self.reply is not None:
            self.asked.emit(verb, self.reply)
