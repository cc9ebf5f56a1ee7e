"""The posts that a line answers: each is copied and opened, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from listener.handoff import Line, LinePost
from listener.mention import MentionKey
from rules.letters import counted, network_of
from ui import words
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import label
from ui.parts.listdialog import ListDialog
from ui.reply.draft import count_words
from ui.tongue import said_later, tr

STATES = said_later((
    ("old", "Told the old line", "Nobody was told an old line."),
    ("not", "Not answered yet", "Every post was answered."),
    ("current", "Told this line", "Nobody was told this line yet."),
    ("", "All posts", "This spike has no posts that a line may answer."),
))  # fmt: skip
SIGNS = said_later({"old": "↺ told line {version}, which changed", "not": "– not answered",
                    "current": "✓ told line {version}"})  # fmt: skip


class PostsToAnswer(ListDialog):
    """Asks for each post to be answered; it is told what came of it, and goes on to the next."""

    answer = Signal(object)
    """The LinePost to be answered with the line: it is copied, and its original opened."""
    look = Signal(object)
    """The key of a mention to go to."""

    def __init__(self, title: str, line: Line | None, now: datetime,
                 parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(tr("Posts to answer: {title}", title=words.line(title)))
        self._line, self._now = line, now
        self._posts: Sequence[LinePost] = ()
        self.which = QComboBox()
        self.which.setAccessibleName(tr("Which posts"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.says = label("", "soft")
        self.go = KeyButton(tr("Copy the line and open the post"), "Ctrl+Return", "primary")
        self.go.setShortcut("Ctrl+Return")
        self.go.clicked.connect(self._answer)
        self.mention = KeyButton(tr("Go to the mention"))
        self.mention.clicked.connect(self._look)
        close = KeyButton(tr("Close"), "Esc")
        close.clicked.connect(self.reject)
        for button in (self.go, self.mention, close):
            button.setAutoDefault(False)
        self.which.currentIndexChanged.connect(lambda _: self._show())
        self.list.currentRowChanged.connect(lambda _: self._show_verbs())
        self.list.itemActivated.connect(lambda _: self._answer())
        self._lay_out((self.go, self.mention, close))

    def _lay_out(self, buttons: Sequence[KeyButton]) -> None:
        told = tr("“{text}” (line {version}, approved by {approver}, until {ends})",
                  text=words.plain(self._line.text), version=self._line.version,
                  approver=words.line(self._line.approver),
                  ends=words.when(self._line.ends, self._now),
                  ) if self._line is not None else tr(
                  "No line holds now: set one first.")  # fmt: skip
        verbs = Flow(gap=8)
        for button in buttons:
            verbs.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setSpacing(8)
        rows.addWidget(label(self.windowTitle(), "title"))
        rows.addWidget(label(told))
        rows.addWidget(self.which)
        rows.addWidget(self.list, 1)
        rows.addWidget(self.says)
        rows.addLayout(verbs)

    def show_posts(self, posts: Sequence[LinePost]) -> None:
        """Shows these; those that were told the old line come first where there are such."""
        first = not self._posts
        self._posts = posts
        chosen = self.which.currentIndex()
        self.which.blockSignals(True)
        self.which.clear()
        for state, text, _ in STATES:
            many = sum(p.told == state or not state for p in posts)
            self.which.addItem(f"{tr(text)} ({many:,})", state)
        if first:
            chosen = next((n for n, (s, _, _) in enumerate(STATES) if _some(posts, s)), 3)
        self.which.setCurrentIndex(chosen)
        self.which.blockSignals(False)
        self._show()

    def current(self) -> LinePost | None:
        """The post that is chosen."""
        item = self.list.currentItem()
        key = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return next((p for p in self._posts if p.key == key), None)

    def say(self, text: str) -> None:
        """Says what came of the last one."""
        self.says.setText(words.plain(text))
        self.says.setAccessibleName(self.says.text())

    def _show(self) -> None:
        state = str(self.which.currentData())
        row = max(0, self.list.currentRow())
        self.list.clear()
        for post in self._posts:
            if not state or post.told == state:
                self.list.addItem(self._item(post))
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        if not self.list.count():
            self.say(tr(next(empty for s, _, empty in STATES if s == state)))
        self._show_verbs()

    def _item(self, post: LinePost) -> QListWidgetItem:
        told = tr(SIGNS[post.told], version=post.version)
        where = " · ".join(
            p for p in (words.line(post.source), words.channel(post.channel),
                        words.when(post.said, self._now), told) if p
        )  # fmt: skip
        if post.urgent:
            where += " · " + tr("⚑ a possible danger: it gets no line")
        item = QListWidgetItem(f"{words.line(post.text)}\n{where}")
        item.setData(Qt.ItemDataRole.UserRole, post.key)
        return item

    def _show_verbs(self) -> None:
        post = self.current()
        self.go.setEnabled(post is not None and self._line is not None and not post.urgent)
        self.mention.setEnabled(post is not None)
        if post is not None and self._line is not None:
            self.say(count_words(counted(self._line.text, network_of(post.channel))))

    def _answer(self) -> None:
        post = self.current()
        if post is not None and self.go.isEnabled():
            self.answer.emit(post)

    def _look(self) -> None:
        post = self.current()
        if post is not None:
            self.look.emit(MentionKey(post.key))
            self.accept()


def _some(posts: Sequence[LinePost], state: str) -> bool:
    return any(p.told == state for p in posts)
