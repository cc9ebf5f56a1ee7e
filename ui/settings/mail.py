"""The section of mail: drafts or a server, how it is reached, and a test message."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSizePolicy

from listener.commands import SetMailPassword, TestMail
from listener.handoff import Delivery
from listener.settings import Settings
from ui.bridge import Bridge
from ui.parts.buttons import KeyButton
from ui.parts.labels import label, reworn
from ui.settings.section import Section
from ui.tongue import said_later, tr

FIXED = QSizePolicy.Policy.Fixed
WAYS = said_later((
    ("eml", "as a draft that I send from my own mail program"),
    ("smtp", "by the council’s mail server"),
))  # fmt: skip
SECURITY = said_later((
    ("starttls", "STARTTLS (usually port 587)"), ("tls", "TLS (usually port 465)"),
    ("none", "none: only for a server on this computer"),
))  # fmt: skip


class MailSection(Section):
    """What is not needed for drafts is shown for a server alone."""

    KEYWORDS = "smtp starttls tls server password digest draft eml send responses mailbox reply"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(
            tr("Mail"),
            tr(
                "How the services are told. Drafts need nothing from IT; a server sends by itself, "
                "and reminds a service that does not answer."
            ),
        )
        self._bridge = bridge
        self.open_file = _open
        self.way = self.box("mail_way", tr("Mail goes"), WAYS)
        self.sent_from = self.line(
            "mail_from", tr("From"), tr("The address that mails come from, such as a team’s.")
        )
        self.line("mail_name", tr("Name beside it"), tr("Such as “Brackenford communications”."))
        self.responses = self.line(
            "responses_address",
            tr("Responses go to"),
            tr("The mailbox that services answer to. A copy of each mail goes there too."),
        )
        self.tick(
            "responses_plus",
            tr("That mailbox takes box+word@ too"),
            tr("Then each digest’s answers name it. Ask IT before: some servers refuse such mail."),
        )
        before = self.form.rowCount()
        self._server()
        self._server_rows = range(before, self.form.rowCount())
        self._test()
        self.end()

    def _server(self) -> None:
        self.host = self.line("mail_host", tr("Mail server"))
        self.number("mail_port", tr("Port"), 1, 65_535, "")
        self.security = self.box("mail_security", tr("Encryption"), SECURITY)
        self.line("mail_user", tr("User name"), tr("Empty where the server wants none."))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(tr("kept in the keyring of this computer"))
        self.password.returnPressed.connect(self.keep_password)
        self.field(tr("Password"), self.password)
        self.keep = KeyButton(tr("Keep the password"))
        self.keep.setSizePolicy(FIXED, FIXED)
        self.keep.clicked.connect(self.keep_password)
        self.form.addRow(self.keep)
        self._kept = label("", "soft")
        self.form.addRow(self._kept)
        self.ca = self.line(
            "mail_ca",
            tr("Certificates of the council’s own"),
            tr("A .pem file, where the server’s certificate is signed by the council itself."),
        )
        self.choose = KeyButton(tr("Choose the file…"))
        self.choose.setSizePolicy(FIXED, FIXED)
        self.choose.clicked.connect(self._choose)
        self.form.addRow(self.choose)

    def _test(self) -> None:
        self.test_to = QLineEdit()
        self.field(tr("Send a test message to"), self.test_to)
        self.send = KeyButton(tr("Send a test message"), kind="primary")
        self.send.clicked.connect(self.send_test)
        self.test_to.returnPressed.connect(self.send_test)
        self._came = label("", "soft")
        self.card.addWidget(self.send, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.addWidget(self._came)

    def show_settings(self, settings: Settings) -> None:
        super().show_settings(settings)
        for row in self._server_rows:
            self.form.setRowVisible(row, settings.mail_way == "smtp")
        if not self.test_to.text():
            self.test_to.setText(settings.mail_from)

    def said(self) -> str:
        """What came of the last test message."""
        return self._came.text()

    def keep_password(self) -> None:
        """Hands the password to the keyring; it is shown and kept nowhere else."""
        typed = self.password.text()
        self.password.clear()
        self.keep.setEnabled(False)
        self._say_kept(tr("Keeping it …"))
        self._bridge.ask(SetMailPassword(typed), self._password_kept, self._password_failed)

    def _password_kept(self, why: str) -> None:
        self.keep.setEnabled(True)
        self._say_kept(why or tr("Kept in the keyring of this computer."))

    def _password_failed(self, why: str) -> None:
        self.keep.setEnabled(True)
        self._say_kept(why, True)

    def _say_kept(self, text: str, fault: bool = False) -> None:
        reworn(self._kept, "look", "fault" if fault else "soft")
        self._kept.setText(text)

    def send_test(self) -> None:
        """Sends a test message; says what came of it."""
        self.send.setEnabled(False)
        self._say(tr("Sending …"))
        self._bridge.ask(TestMail(self.test_to.text().strip()), self._sent, self._failed)

    def _sent(self, made: Delivery) -> None:
        self.send.setEnabled(True)
        if made.draft and not self.open_file(made.draft):
            self._say(tr("No program opened it: the draft lies in {path}.", path=made.draft), True)
        elif made.draft:
            self._say(tr("It should be open in your mail program now, ready to send."))
        else:
            self._say(tr("It went. Look whether it arrives at {to}.", to=", ".join(made.to)))

    def _failed(self, why: str) -> None:
        self.send.setEnabled(True)
        self._say(why, True)

    def _say(self, text: str, fault: bool = False) -> None:
        reworn(self._came, "look", "fault" if fault else "strong")
        self._came.setText(text)

    def _choose(self) -> None:
        chooser = QFileDialog(self, tr("Certificates"), "", tr("Certificates (*.pem *.crt *.cer)"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda name: self.change("mail_ca", str(Path(name))))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()


def _open(path: str) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))
