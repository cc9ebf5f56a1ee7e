"""The table of sources: name, health in words, how many, when next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from listener.mention import SourceLine
from ui import words
from ui.theme import tokens
from ui.tongue import said_later, tr

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
COLUMNS = said_later(("Source", "Health", "Rhythm", "Heard", "Next"))
HEARD = 3  # the column of figures
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
HEALTH = {
    "ok": words.Sign("✓", "well", "green"),
    "new": words.Sign("·", "not heard yet", "grey"),
    "waiting": words.Sign("◷", "waiting", "amber"),
    "fault": words.Sign("✕", "fault", "red"),
    "stopped": words.Sign("■", "stopped", "red"),
    "paused": words.Sign("‖", "paused", "grey"),
}


class SourcesModel(QAbstractTableModel):
    """Shows lines that were read beforehand."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[SourceLine, ...] = ()
        self._cells: list[tuple[str, ...]] = []

    def show_lines(self, lines: Sequence[SourceLine]) -> None:
        """Shows these sources; the place in the list is kept where they are the same ones."""
        now = datetime.now(UTC)
        same = [s.name for s in lines] == [s.name for s in self._lines]
        if not same:
            self.beginResetModel()
        self._lines = tuple(lines)
        self._cells = [_cells(line, now) for line in lines]
        if not same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(COLUMNS) - 1))

    def line(self, at: int) -> SourceLine | None:
        """The source at a row."""
        return self._lines[at] if 0 <= at < len(self._lines) else None

    def health(self, at: int) -> str:
        """How the source at a row is, with its shape."""
        return self._cells[at][1]

    def column(self, at: int) -> tuple[str, ...]:
        """All that stands in a column, with its heading."""
        return (tr(COLUMNS[at]), *(cells[at] for cells in self._cells))

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and section == HEARD:
            return RIGHT
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        cells, line = self._cells[index.row()], self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return sentence(cells) if index.column() == 0 else cells[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1:
            return QColor(tokens().chips[HEALTH[line.health].colour][1])
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == HEARD:
            return RIGHT
        return None


def sentence(cells: Sequence[str]) -> str:
    """A row as it is read aloud."""
    name, health, rhythm, heard, following = cells
    usual = f" {rhythm}." if rhythm else ""
    return tr(
        "{name}: {health}.{usual} {heard} heard{value}.",
        name=name,
        health=health,
        usual=usual,
        heard=heard,
        value=tr(", next {following}", following=following) if following else "",
    )


def _cells(line: SourceLine, now: datetime) -> tuple[str, ...]:
    sign = HEALTH[line.health]
    least = tr("at least ") if line.short else ""
    following = words.short_when(line.next_at, now) if line.next_at else ""
    return (
        words.line(line.name),
        f"{sign.text}: {words.line(line.says)}",
        f"◷ {line.rhythm}" if line.silent else line.rhythm,
        f"{least}{line.total:,}",
        "" if line.health == "paused" else following,
    )
