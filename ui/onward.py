"""Goes on by itself: from a list that was worked to its end to the next that waits, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from listener.mention import MentionKey, Row, View
from ui.glance import Glance
from ui.mention.actions import announce
from ui.tongue import tr
from ui.words import TO_DO, TO_DO_VIEWS

if TYPE_CHECKING:
    from ui.shell import Window


class Onward(QObject):
    """No key is spent on changing lists. It moves only when an officer's own act emptied one."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._worked: View | None = None
        window.list.worked.connect(self._worked_off)
        window.verbs.show_again = self.show_again

    def _worked_off(self) -> None:
        self._worked = self._window.list.view

    def show_glance(self, now: Glance) -> None:
        """Opens the next list to do, once the desk agrees that the one that is open is done."""
        lister, worked = self._window.list, self._worked
        if worked is None:
            return
        if lister.view != worked or lister.search or lister.model.rowCount():
            self._worked = None  # somebody went elsewhere, or more came in
            return
        to = following(worked, now)
        if to is not None and self._window.going.on_list():
            self._worked = None
            self._window.open(to)
            word = next(w for w in TO_DO if w.view == to)
            announce(
                lister,
                tr(
                    "Now {title}: {counts:,} {what}.",
                    title=word.title,
                    counts=now.counts[to],
                    what=word.what,
                ),
            )

    def show_again(self, key: MentionKey | None) -> None:
        """What was taken back is gone to, in the list in which it stands again."""
        lister = self._window.list
        self._worked = None
        if key is None or lister.view is None or lister.search:
            lister.reload(key)
        else:
            self._window.bridge.read(
                lambda r: r.row(key), self._go_to, lambda _: lister.reload(key), "taken back"
            )

    def _go_to(self, row: Row) -> None:
        if row.view in (self._window.list.view, "done"):
            self._window.list.reload(row.key)
        else:
            self._window.going.go_to(row.view, row.key)


def following(worked: View, now: Glance) -> View | None:
    """The next list to do in which something waits; None while the worked one is not empty yet."""
    if worked not in TO_DO_VIEWS or now.counts.get(worked):
        return None
    return next((v for v in TO_DO_VIEWS if now.counts.get(v)), None)
