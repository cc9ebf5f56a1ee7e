"""The two small questions about a reply: where it was posted, and what its second reader says."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from rules.replying import Reply, may_read
from ui import words
from ui.mention.dialogs import Form
from ui.tongue import said_later, tr

AGREES = said_later("Yes, it may go")
NOT_YET = said_later("No, not like this")


class Posted(Form):
    """Where the reply was posted; without a link it is kept as posted, place not known."""

    def __init__(self, link: str, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Where was it posted?"),
            tr(
                "Copy the link of the reply in the browser and paste it here. Left "
                "empty, it is kept as posted without a link."
            ),
            tr("It was posted"),
            parent,
        )
        self.link = QLineEdit(link)
        self.link.setPlaceholderText(tr("https://…"))
        self.link.selectAll()
        self.field(tr("Link of our reply"), self.link)

    def missing(self) -> str:
        typed = self.link.text().strip()
        if typed and not words.true_host(typed):
            return tr("That is not a link to a page. It begins with http or https.")
        return ""


class SecondReader(Form):
    """Another officer reads the reply at this desk, and says yes or what should be different."""

    def __init__(
        self, reply: Reply, officers: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("A second pair of eyes"),
            tr(
                "“{text}” {by} wrote it. Somebody else reads it, because {why}. "
                "Your name and answer are kept.",
                text=words.plain(reply.text),
                by=reply.by,
                why=reply.why,
            ),
            tr("Keep my answer"),
            parent,
        )
        self._reply = reply
        self._officers = officers
        self.name = QComboBox()
        others = [o for o in officers if not may_read(o, reply.by, officers)]
        self.name.setEditable(not others)
        self.name.addItems(others)
        self.answer = QComboBox()
        self.answer.addItems([tr(AGREES), tr(NOT_YET)])
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.field(tr("Your name, not the writer's"), self.name)
        if typed := self.name.lineEdit():
            typed.setAccessibleName(self.name.accessibleName())
        self.field(tr("May it go?"), self.answer)
        self.field(tr("What should be different, if anything"), self.note)

    def agrees(self) -> bool:
        """Whether it may go."""
        return self.answer.currentText() == AGREES

    def missing(self) -> str:
        refused = may_read(self.name.currentText(), self._reply.by, self._officers)
        if refused:
            return refused
        if not self.agrees() and not self.note.toPlainText().strip():
            return tr("Please say what should be different.")
        return ""
