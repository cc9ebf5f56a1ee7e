"""The text of a reply: its fields marked, its length counted, what is still to be filled in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from rules.letters import NETWORKS, Count, counted, network_of
from rules.replying import FIELD, FIELDS, filled, unfilled
from ui import words
from ui.parts.labels import label, reworn
from ui.theme import tokens
from ui.tongue import tr


class FieldMarks(QSyntaxHighlighter):
    """Marks the fields that are still to be filled in, by ground and weight."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        ground, ink = tokens().chips["amber"]
        made = QTextCharFormat()
        made.setBackground(QColor(ground))
        made.setForeground(QColor(ink))
        made.setFontWeight(QFont.Weight.Bold)
        for found in FIELD.finditer(text):
            start = len(text[: found.start()].encode("utf-16-le")) // 2
            self.setFormat(start, len(found[0]), made)


class Draft(QWidget):
    """The text edit, its length, and a field to type in for each that the text still wants."""

    changed = Signal()

    def __init__(self, channel: str) -> None:
        super().__init__()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Your reply"))
        self.text.setMinimumHeight(self.fontMetrics().lineSpacing() * 8)
        self.text.setMaximumHeight(self.fontMetrics().lineSpacing() * 14)
        self._marks = FieldMarks(self.text.document())
        self.network = QComboBox()
        self.network.setAccessibleName(tr("Counted for"))
        for name, network in NETWORKS.items():
            self.network.addItem(network.name, name)
        self.network.setCurrentIndex(self.network.findData(network_of(channel)))
        self._count = label("", "soft")
        self._fields: dict[str, QLineEdit] = {}
        self._field_rows = QGridLayout()
        self._field_rows.setColumnStretch(1, 1)
        below = QGridLayout()
        below.setColumnStretch(0, 1)
        below.addWidget(self._count, 0, 0)
        below.addWidget(self.network, 0, 1, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self.text)
        rows.addLayout(below)
        rows.addLayout(self._field_rows)
        self.text.textChanged.connect(self._show)
        self.network.currentIndexChanged.connect(self._show)
        self._show()

    def words(self) -> str:
        """The reply as it stands, without white space around it."""
        return self.text.toPlainText().strip()

    def set_words(self, text: str) -> None:
        """Puts another text in its place; Ctrl+Z in the field takes it back."""
        cursor = self.text.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)

    def count(self) -> Count:
        """Its length on the network chosen."""
        return counted(self.text.toPlainText(), str(self.network.currentData()))

    def wants(self) -> tuple[str, ...]:
        """The fields that are still to be filled in."""
        return unfilled(self.text.toPlainText())

    def _show(self) -> None:
        now = self.count()
        self._count.setText(count_words(now))
        self._count.setAccessibleName(self._count.text())
        reworn(self._count, "look", "fault" if now.over else "soft")
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        wanted = [w for w in self.wants() if w in FIELDS]
        for name in wanted:
            if name not in self._fields:
                self._add_field(name)
        for name, edit in self._fields.items():
            named = edit.property("named")
            for widget in (edit, named):
                widget.setVisible(name in wanted)

    def _add_field(self, name: str) -> None:
        what = FIELDS[name][0].upper() + FIELDS[name][1:]
        edit = QLineEdit()
        edit.setAccessibleName(tr("{what}, for {{{name}}} in the reply", what=what, name=name))
        edit.setPlaceholderText(tr("goes in when you press Return or move on"))
        edit.setMaxLength(500)
        edit.editingFinished.connect(lambda: self._fill(name, edit))
        named = label(what, "strong", wrap=False)
        named.setBuddy(edit)
        edit.setProperty("named", named)
        row = len(self._fields)
        self._field_rows.addWidget(named, row, 0)
        self._field_rows.addWidget(edit, row, 1)
        self._fields[name] = edit

    def field(self, name: str) -> QLineEdit:
        """Where a field that the reply wants is typed in. Raises KeyError for one it never did."""
        return self._fields[name]

    def _fill(self, name: str, edit: QLineEdit) -> None:
        typed = edit.text().strip()
        if typed and not edit.isHidden():
            edit.clear()
            if edit.hasFocus():
                self.text.setFocus()
            self.set_words(filled(self.text.toPlainText(), {name: typed}))


def count_words(now: Count) -> str:
    """`212 of 300 on Bluesky: a link counts whole`, or by how much it is too long."""
    where = now.network
    note = f" ({where.note})" if where.note else ""
    if where.most is None:
        return tr(
            "{counted}; we know of no limit for {name}",
            counted=words.count(now.used, "character"),
            name=where.name,
        )
    said = tr(
        "{used:,} of {most:,} on {name}{note}",
        used=now.used,
        most=where.most,
        name=where.name,
        note=note,
    )
    return tr("{said}: {over:,} too many", said=said, over=now.over) if now.over else said
