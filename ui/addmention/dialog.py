"""Adding a mention by hand: most of a town talks where no program may read."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from listener.commands import AddMention
from listener.mention import CHANNELS, Heard
from ui import words
from ui.mention.dialogs import Form
from ui.parts.labels import label

FIRST_CHANNELS = ("facebook_group", "nextdoor", "page_comment", "letter")


class AddDialog(Form):
    """Link, text, who, where. What is not public is kept without its author, as a paraphrase."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Add a mention",
            "Something that people say where we may not listen by program.",
            "Add",
            parent,
        )
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.link = QLineEdit()
        self.author = QLineEdit()
        self.where = QLineEdit()
        self.where.setPlaceholderText("such as: Tipley Mums group")
        self.channel = QComboBox()
        for name in (*FIRST_CHANNELS, *(c for c in CHANNELS if c not in FIRST_CHANNELS)):
            self.channel.addItem(words.channel(name) or "somewhere else", name)
        self.tally = QSpinBox()
        self.tally.setRange(1, 100_000)
        self.public = QRadioButton("Yes, anyone")
        self.private = QRadioButton("No, only members")
        self._text_name = label("What was said", "strong", wrap=False)
        self._lay_out()
        for button in (self.public, self.private):
            button.toggled.connect(self._ask_for)

    def _lay_out(self) -> None:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(self)
        for button in (self.public, self.private):
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.field("Could anyone read this without joining?", both)
        both.setAccessibleName("Could anyone read this without joining?")
        self.text.setAccessibleName("What was said")
        self.fields.addRow(self._text_name, self.text)
        self.public.setFocus()
        self.field("Link, if there is one", self.link)
        self.field("Who said it", self.author)
        self.field("Where it was seen", self.where)
        self.field("What sort of place that is", self.channel)
        self.field("How many comments it stands for", self.tally)

    def _ask_for(self) -> None:
        private = self.private.isChecked()
        self.fields.setRowVisible(self.author, not private)
        asked = "What was said, in your own words and without names" if private else "What was said"
        self._text_name.setText(asked)
        self.text.setAccessibleName(asked)

    def missing(self) -> str:
        if not (self.public.isChecked() or self.private.isChecked()):
            return "Please say whether anyone could read it without joining."
        if not self.text.toPlainText().strip():
            return "Please say what was said; a link alone cannot be read here."
        link = self.link.text().strip()
        if link and not words.true_host(link):
            return "The link should begin with http:// or https://; or leave it empty."
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
