"""Whether one replies to a possible danger: an approved reply, silence by name, or none at all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from rules.urgent import ApprovedReply, DangerCard, Sheet
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import heading, label
from ui.tongue import tr


class ReplyBox(QFrame):
    """A heading, a sentence, and for self-harm on our own page the reply that was approved."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.reply: ApprovedReply | None = None
        self.words = label("", "strong")
        self.text = label("")
        self.copy = KeyButton(tr("Copy the approved reply"))
        self.silence = KeyButton(tr("No reply: we choose silence"))
        self.copy.clicked.connect(lambda: self.asked.emit("reply"))
        self.silence.clicked.connect(lambda: self.asked.emit("silence"))
        flow = Flow(gap=8)
        flow.addWidget(self.copy)
        flow.addWidget(self.silence)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2, 2, 2, 2)
        rows.setSpacing(6)
        rows.addWidget(heading(tr("Reply")))
        rows.addWidget(self.words)
        rows.addWidget(self.text)
        rows.addLayout(flow)

    def show_reply(self, sheet: Sheet, card: DangerCard) -> None:
        """What may be said in public about this card's danger, here."""
        wanted = card.reply == "offered" and sheet.own_page
        self.reply = next((r for r in sheet.replies if wanted and r.type == card.type), None)
        self.words.setText(reply_words(card, sheet.own_page, self.reply))
        self.text.setVisible(self.reply is not None)
        self.text.setText(self.reply.text if self.reply else "")
        self.copy.setVisible(self.reply is not None)
        self.silence.setVisible(wanted)
        self.setVisible(card.reply != "none")


def reply_words(card: DangerCard, own_page: bool, reply: ApprovedReply | None) -> str:
    """Whether to reply, in a sentence."""
    if card.reply == "threat":
        return tr("Threats get no reply. Send it to the police.")
    if not own_page:
        return tr(
            "As far as we can tell this is not on our own page: do not reply. "
            "Tell the safeguarding lead."
        )
    if reply is None:
        return tr(
            "No reply is approved yet: leave it to the safeguarding lead. "
            "Silence is a choice too, and is kept by name."
        )
    when = f", {reply.on:%d %b %Y}" if reply.on else ""
    return tr(
        "Approved by {by}{when}. Use these words or choose silence; both are kept.",
        by=reply.by,
        when=when,
    )
