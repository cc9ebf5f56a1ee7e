"""Some posts of a spike in a list: who asks for it, in their words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from listener.spike import Post
from ui import words
from ui.parts.labels import label
from ui.parts.listdialog import ListDialog
from ui.parts.wholelines import WholeLines
from ui.tongue import tr


class PostsDialog(ListDialog):
    """Return, or a double click, goes to the mention in its own list."""

    chosen = Signal(object)
    """The key of the mention to go to."""

    def __init__(self, posts: Sequence[Post], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = tr("{counted} of this spike", counted=words.count(len(posts), "post"))
        self.setWindowTitle(title)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(WholeLines(self.list))
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for post in posts:
            text = words.line(f"{post.title} {post.text}")
            where = f"{words.line(post.source)} · {words.when(post.said)}"
            item = QListWidgetItem(f"{text}\n{where}")
            item.setData(Qt.ItemDataRole.UserRole, post.key)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self._go)
        close = QDialogButtonBox()
        close.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(label(title, "title"))
        rows.addWidget(label(tr("Return goes to the mention."), "soft"))
        rows.addWidget(self.list, 1)
        rows.addWidget(close)

    def _go(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
        self.accept()
