"""The section of answers: the mailbox that services answer to, and who is told of a line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from listener.commands import ReadResponses, SetResponsesPassword
from listener.handoff import MailboxRead
from ui import words
from ui.bridge import Bridge
from ui.parts.buttons import KeyButton
from ui.parts.labels import label, reworn
from ui.settings.section import Section
from ui.tongue import said_later, tr

FIXED = QSizePolicy.Policy.Fixed
SECURITY = said_later((
    ("tls", "TLS (usually port 993)"), ("starttls", "STARTTLS (usually port 143)"),
    ("none", "none: only for a server on this computer"),
))  # fmt: skip


class ResponsesSection(Section):
    """Nothing in the mailbox is marked, moved or deleted: it is only read."""

    KEYWORDS = "imap mailbox answers responses password folder contact centre line reminder"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(
            tr("Answers of the services"),
            tr(
                "Where the mailbox that services answer to is read, by IMAP. Nothing in it is "
                "marked, moved or deleted. Without it, answers are typed in."
            ),
        )
        self._bridge = bridge
        self.host = self.line("responses_host", tr("Mail server (IMAP)"))
        self.number("responses_port", tr("Port"), 1, 65_535, "")
        self.security = self.box("responses_security", tr("Encryption"), SECURITY)
        self.line("responses_user", tr("User name"))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(tr("kept in the keyring of this computer"))
        self.password.returnPressed.connect(self.keep_password)
        self.field(tr("Password"), self.password)
        self.keep = KeyButton(tr("Keep the password"))
        self.keep.setSizePolicy(FIXED, FIXED)
        self.keep.clicked.connect(self.keep_password)
        self.form.addRow(self.keep)
        self.line("responses_folder", tr("Folder"), tr("Such as INBOX."))
        self.number("responses_every", tr("It is read every"), 1, 1_440, tr("min"), each=60)
        self.line(
            "contact_centre",
            tr("Address of the contact centre"),
            tr("It is told of a line for residents when that is first used."),
        )
        self.read = KeyButton(tr("Read the mailbox now"))
        self.read.clicked.connect(self.read_now)
        self._came = label("", "soft")
        self.card.addWidget(self.read, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.addWidget(self._came)
        self.end()

    def said(self) -> str:
        """What came of it last."""
        return self._came.text()

    def keep_password(self) -> None:
        """Hands the password to the keyring; it is shown and kept nowhere else."""
        typed = self.password.text()
        self.password.clear()
        self.keep.setEnabled(False)
        self._say(tr("Keeping it …"))
        self._bridge.ask(SetResponsesPassword(typed), self._kept, self._failed)

    def read_now(self) -> None:
        """Looks into the mailbox; says what came of it."""
        self.read.setEnabled(False)
        self._say(tr("Reading …"))
        self._bridge.ask(ReadResponses(), self._read, self._failed)

    def _kept(self, why: str) -> None:
        self._say(why or tr("Kept in the keyring of this computer."))

    def _read(self, found: MailboxRead) -> None:
        many = sum(found.counts.values())
        if not many:
            self._say(tr("It can be read. Nothing new is in it."))
            return
        self._say(
            tr(
                "It can be read: {mails}, of which {answers} and {waits} for you.",
                mails=words.count(many, "new mail"),
                answers=words.count(found.counts.get("counts", 0), "answer"),
                waits=words.count(found.counts.get("waits", 0), "waits", "wait"),
            )
        )

    def _failed(self, why: str) -> None:
        self._say(why, True)

    def _say(self, text: str, fault: bool = False) -> None:
        done = not text.endswith("…")
        for button in (self.keep, self.read):
            button.setEnabled(done)
        reworn(self._came, "look", "fault" if fault else "soft")
        self._came.setText(words.plain(text))
