"""The two small questions about a reply: where it was posted, and what its second reader says."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from rules.replying import Reply, may_read
from ui import words
from ui.mention.dialogs import Form

AGREES = "Yes, it may go"
NOT_YET = "No, not like this"


class Posted(Form):
    """Where the reply was posted; without a link it is kept as posted, place not known."""

    def __init__(self, link: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "Where was it posted?",
            "Copy the link of the reply in the browser and paste it here. Left empty, it is kept "
            "as posted without a link.",
            "It was posted",
            parent,
        )
        self.link = QLineEdit(link)
        self.link.setPlaceholderText("https://…")
        self.link.selectAll()
        self.field("Link of our reply", self.link)

    def missing(self) -> str:
        typed = self.link.text().strip()
        if typed and not words.true_host(typed):
            return "That is not a link to a page. It begins with http or https."
        return ""


class SecondReader(Form):
    """Another officer reads the reply at this desk, and says yes or what should be different."""

    def __init__(
        self, reply: Reply, officers: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "A second pair of eyes",
            f"“{words.plain(reply.text)}” {reply.by} wrote it. Somebody else reads it, because "
            f"{reply.why}. Your name and answer are kept.",
            "Keep my answer",
            parent,
        )
        self._reply = reply
        self._officers = officers
        self.name = QComboBox()
        others = [o for o in officers if not may_read(o, reply.by, officers)]
        self.name.setEditable(not others)
        self.name.addItems(others)
        self.answer = QComboBox()
        self.answer.addItems([AGREES, NOT_YET])
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.field("Your name, not the writer's", self.name)
        if typed := self.name.lineEdit():
            typed.setAccessibleName(self.name.accessibleName())
        self.field("May it go?", self.answer)
        self.field("What should be different, if anything", self.note)

    def agrees(self) -> bool:
        """Whether it may go."""
        return self.answer.currentText() == AGREES

    def missing(self) -> str:
        refused = may_read(self.name.currentText(), self._reply.by, self._officers)
        if refused:
            return refused
        if not self.agrees() and not self.note.toPlainText().strip():
            return "Please say what should be different."
        return ""
