"""Asks who has read something sensitive besides, for no one key sends it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from listener.handoff import Digest
from rules.replying import may_read, officers_of
from ui.bridge import Bridge
from ui.doors import ReaderDoor
from ui.mention.dialogs import Form
from ui.tongue import tr


class SecondForm(Form):
    """Who read it besides."""

    def __init__(
        self,
        by: str,
        about: str,
        needed: bool,
        parent: QWidget | None = None,
        officers: Sequence[str] = (),
    ) -> None:
        super().__init__(tr("A second reader"), about, tr("Go on"), parent)
        self._by, self._needed, self._officers = by, needed, tuple(officers)
        self.reader = QComboBox()
        self.reader.setEditable(True)
        self.reader.addItems(["", *(o for o in officers if o != by)])
        self.field(tr("Who has read it besides"), self.reader)

    def name(self) -> str:
        """The name given, or ""."""
        return " ".join(self.reader.currentText().split())

    def missing(self) -> str:
        if not self.name() and not self._needed:
            return ""
        return may_read(self.name(), self._by, self._officers)


def officers_in(reader: ReaderDoor) -> tuple[str, ...]:
    """The officers whom Settings lists."""
    return officers_of(reader.settings().officers)


def ask_second(
    bridge: Bridge,
    digest: Digest,
    over: QWidget,
    go: Callable[[str], None],
    failed: Callable[[str], None],
) -> None:
    """Goes on with who read a digest besides, or with "" at once where nobody needs to."""
    if not digest.twice:
        go("")
        return

    def ask(read: tuple[str, tuple[str, ...]]) -> None:
        officer, officers = read
        about = tr("No one key sends this: {why}. Somebody else reads it first.", why=digest.twice)
        form = SecondForm(officer, about, True, over.window(), officers)
        form.accepted.connect(lambda: go(form.name()))
        form.finished.connect(form.deleteLater)
        form.open()

    bridge.read(lambda r: (r.settings().officer, officers_in(r)), ask, failed)
