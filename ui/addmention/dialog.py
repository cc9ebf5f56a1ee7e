"""Adding a mention by hand: most of a town talks where no program may read."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from listener.commands import AddMention
from listener.mention import CHANNELS, Heard
from ui import words
from ui.addmention.guess import guessed
from ui.manners.dropping import Dropped, apart, read
from ui.mention.dialogs import Form
from ui.parts.buttons import KeyButton
from ui.parts.labels import label
from ui.parts.padded import padded
from ui.tongue import tr

FIRST_CHANNELS = ("facebook_group", "nextdoor", "page_comment", "letter")
PICTURE_HIGH = 14  # lines of text that a picture may be high


class Pasted(QPlainTextEdit):
    """A field for what was said. A link that comes along when pasting goes to its own field."""

    link = Signal(str)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text, link = apart(source.text())
        if link:
            self.link.emit(link)
        self.insertPlainText(text)


class AddDialog(Form):
    """Link, text, who, where. What is not public is kept without its author, as a paraphrase.

    The clipboard is looked at while this is open, and at no other time.
    """

    SENT_BY = "Ctrl+Return"

    def __init__(self, parent: QWidget | None = None, dropped: Dropped | None = None) -> None:
        super().__init__(
            tr("Add a mention"),
            tr(
                "Something that people say where we may not listen by program. "
                "Paste a text or a link."
            ),
            tr("Add"),
            parent,
        )
        self.text = Pasted()
        self.text.setTabChangesFocus(True)
        self.link = QLineEdit()
        self.author = QLineEdit()
        self.where = QLineEdit()
        self.where.setPlaceholderText(tr("such as: Tipley Mums group"))
        self.channel = QComboBox()
        for name in (*FIRST_CHANNELS, *(c for c in CHANNELS if c not in FIRST_CHANNELS)):
            self.channel.addItem(words.channel(name) or tr("somewhere else"), name)
        self.tally = padded(QSpinBox())
        self.tally.setRange(1, 100_000)
        self.public = QRadioButton(tr("Yes, anyone"))
        self.private = QRadioButton(tr("No, only members"))
        self._text_name = label(tr("What was said"), "strong", wrap=False)
        self.copied = KeyButton("", kind="link")
        # What was copied is cut short, or a long address would push every field off the right.
        self.copied.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._picture = label("", "soft")
        self._lay_out()
        self._connect()
        self.fill(dropped or Dropped())
        self._look_at_clipboard()

    def _lay_out(self) -> None:
        self.fields.addRow(self.copied)
        self.fields.addRow(self._picture)
        self._picture.hide()
        self.text.setAccessibleName(tr("What was said"))
        self.fields.addRow(self._text_name, self.text)
        self.field(tr("Link, if there is one"), self.link)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(self)
        for button in (self.public, self.private):
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.field(tr("Could anyone read this without joining?"), both)
        self.field(tr("Who said it"), self.author)
        self.field(tr("Where it was seen"), self.where)
        self.field(tr("What sort of place that is"), self.channel)
        self.field(tr("How many comments it stands for"), self.tally)
        self.text.setFocus()

    def _connect(self) -> None:
        for button in (self.public, self.private):
            button.toggled.connect(self._ask_for)
        self.text.link.connect(self.link.setText)
        self.link.textChanged.connect(self._guess)
        self.copied.clicked.connect(self._take_copied)
        copied = QGuiApplication.clipboard().dataChanged
        watching = copied.connect(self._look_at_clipboard)
        self.finished.connect(lambda _: QObject.disconnect(watching))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)
        QShortcut(QKeySequence("Ctrl+Shift+V"), self, self._take_copied)

    def fill(self, given: Dropped) -> None:
        """Puts what was dropped or copied into the fields."""
        if given.link:
            self.link.setText(given.link)
        if given.text:
            self.text.setPlainText(given.text)
        if given.picture is not None:
            self._show_picture(given.picture)

    def _show_picture(self, picture: QImage) -> None:
        high = self.fontMetrics().height() * PICTURE_HIGH
        shown = picture.scaled(
            high * 2,
            high,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self._picture.setPixmap(QPixmap.fromImage(shown))
        self._picture.setAccessibleName(tr("The picture, to be put into words; it is not kept"))
        self._picture.show()
        self.text.setPlaceholderText(
            tr(
                "A picture cannot be read here and is not kept: please type what "
                "it says, without names"
            )
        )

    def _look_at_clipboard(self) -> None:
        """Offers what was copied, unless it stands in the fields already."""
        found = read(QGuiApplication.clipboard().mimeData())
        ours = (self.text.toPlainText().strip(), self.link.text().strip())
        fresh = found.to_add and (found.text, found.link) != ours
        self.copied.setVisible(fresh)
        what = words.line(found.text or found.link)[:60] or tr("a picture")
        self.copied.setText(tr("Use what you copied (Ctrl+Shift+V): {what}", what=what))
        self.copied.setAccessibleName(tr("Use what you copied"))
        self.copied.updateGeometry()

    def _take_copied(self) -> None:
        if self.copied.isVisibleTo(self):
            self.fill(read(QGuiApplication.clipboard().mimeData()))
            self.copied.hide()
            self.text.setFocus()

    def _guess(self, link: str) -> None:
        """What the address tells is filled in; what a person chose stays."""
        guess = guessed(link.strip())
        if guess.channel:
            self.channel.setCurrentIndex(self.channel.findData(guess.channel))
        if guess.public is not None and not (self.public.isChecked() or self.private.isChecked()):
            (self.public if guess.public else self.private).setChecked(True)

    def _ask_for(self) -> None:
        private = self.private.isChecked()
        self.fields.setRowVisible(self.author, not private)
        asked = (
            tr("What was said, in your own words and without names")
            if private
            else tr("What was said")
        )
        self._text_name.setText(asked)
        self.text.setAccessibleName(asked)

    def missing(self) -> str:
        text, link = self.text.toPlainText().strip(), self.link.text().strip()
        if not (text or link):
            return tr("Please paste or type what was said, or its link.")
        if link and not words.true_host(link):
            return tr("The link should begin with http:// or https://; or leave it empty.")
        if not (self.public.isChecked() or self.private.isChecked()):
            self.public.setFocus()
            return tr(
                "Please say whether anyone could read it without joining (arrow keys choose)."
            )
        if self.private.isChecked() and not text:
            return tr(
                "Please say in your own words what was said: a closed group’s link is not kept."
            )
        return ""

    def command(self) -> AddMention:
        """What is asked of the desk. Without `public` there is no author in it."""
        public = self.public.isChecked()
        heard = Heard(
            id="",
            title="",
            text=self.text.toPlainText().strip(),
            url=self.link.text().strip() if public else "",
            author=self.author.text().strip() if public else "",
            published=datetime.now(UTC),
            channel=self.channel.currentData(),
            seen_at=self.where.text().strip(),
            public=public,
            tally=self.tally.value(),
        )
        return AddMention(heard)
