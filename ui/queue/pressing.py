"""Does what a chip of a row asks: the same verbs as the keys, for that one mention."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from listener.mention import Detail, MentionKey
from ui.bridge import Bridge
from ui.mention.pane import Pane
from ui.queue.lister import Lister
from ui.queue.members import Members
from ui.verbs import Verbs


class Pressing(QObject):
    """Makes the row of the chip the current one first, so that what follows is seen."""

    def __init__(self, bridge: Bridge, lister: Lister, pane: Pane, verbs: Verbs) -> None:
        super().__init__(lister)
        self._bridge = bridge
        self._list = lister
        self._pane = pane
        self._verbs = verbs
        self._then: tuple[MentionKey, Callable[[], None]] | None = None
        lister.pressed.connect(self.press)
        pane.shown.connect(self._shown)

    def press(self, key: MentionKey, does: str) -> None:
        """What was asked of a mention (a Does of ui.queue.card)."""
        if not self._list.table.go_to(key):
            return
        if does == "suggested":
            self._verbs.suggested()
        elif does == "star":
            self._verbs.star()
        elif does == "members":
            self._bridge.read(lambda r: r.detail(key), self._members, self._failed)
        elif self._pane.detail is not None and self._pane.detail.row.key == key:
            self._verbs.elsewhere()
        else:  # where it may go is asked of the mention, which is being read
            self._then = (key, self._verbs.elsewhere)

    def _shown(self) -> None:
        then, self._then = self._then, None
        detail = self._pane.detail
        if then is not None and detail is not None and detail.row.key == then[0]:
            then[1]()

    def _members(self, detail: Detail) -> None:
        dialog = Members(detail, datetime.now(UTC), self._list.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _failed(self, why: str) -> None:
        self._verbs.said.emit(why, False, True)
