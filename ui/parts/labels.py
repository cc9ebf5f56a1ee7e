"""Labels, chips and headings that show text as text, whatever it contains."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.words import line, plain


def label(text: str = "", look: str = "", wrap: bool = True) -> QLabel:
    """A label in plain text; look is soft, title, page, strong, heading or fault."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(plain(text))
    made.setWordWrap(wrap)
    made.setProperty("look", look)
    if wrap:
        policy = made.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def chip(text: str, colour: str) -> QLabel:
    """A small word on a coloured ground."""
    made = label(text, wrap=False)
    made.setProperty("chip", colour)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def heading(text: str, indent: int = 0) -> QLabel:
    """A small heading over a part of a card."""
    made = label(text.upper(), "heading")
    made.setAccessibleName(text)
    made.setIndent(indent)
    return made


def rule() -> QFrame:
    """A thin line between two parts."""
    made = QFrame()
    made.setProperty("rule", True)
    return made


def tip(widget: QWidget, text: str) -> None:
    """A tool tip that cannot be taken for markup, nor is it read aloud as markup."""
    # A screen reader is given the tip where nothing describes the widget: with its tags.
    was = widget.property("tip")
    if widget.accessibleDescription() in ("", was):
        said = line(text)
        said = " " if said == widget.accessibleName() else said
        widget.setAccessibleDescription(said)
        widget.setProperty("tip", said)
    widget.setToolTip(f"<span>{escape(line(text))}</span>")


def reworn(widget: QWidget, name: str, value: object) -> None:
    """Sets a property that the style sheet looks at, and shows it on the widget and all in it."""
    if widget.property(name) == value:
        return  # to style a widget again takes time, and nothing would differ
    widget.setProperty(name, value)
    # A rule such as `QFrame[banner="red"] QLabel` is for what is inside, which Qt does not look at.
    for part in (widget, *widget.findChildren(QWidget)):
        part.style().unpolish(part)
        part.style().polish(part)
