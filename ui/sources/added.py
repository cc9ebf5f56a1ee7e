"""What people added by hand: corrected, withdrawn with a reason, brought back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from listener.commands import BringBack, Command, CorrectAdded, Undo, Withdraw
from listener.mention import AddedLine
from ui import words
from ui.bridge import Bridge
from ui.house.table import WordsModel, WordsTable
from ui.mention.actions import UndoBar
from ui.mention.dialogs import Form
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import label
from ui.queue.face import Face
from ui.tongue import tr


class CorrectForm(Form):
    """What was added, as it should be."""

    def __init__(self, line: AddedLine, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Correct what was added"),
            tr("The text before is kept as a version, and what was decided stands."),
            tr("Correct"),
            parent,
        )
        self.text = QPlainTextEdit(line.text)
        self.text.setTabChangesFocus(True)
        self.link, self.where = QLineEdit(line.url), QLineEdit(line.seen_at)
        self.field(tr("What was said") if line.public else tr("What was said, in your own words"),
                   self.text)  # fmt: skip
        if line.public:
            self.field(tr("Link, if there is one"), self.link)
        self.field(tr("Where it was seen"), self.where)

    def missing(self) -> str:
        link = self.link.text().strip()
        if not self.text.toPlainText().strip():
            return tr("Please say what was said.")
        if link and not words.true_host(link):
            return tr("The link should begin with http:// or https://; or leave it empty.")
        return ""


class WithdrawForm(Form):
    """Why it is withdrawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Withdraw"),
            tr(
                "It leaves all lists and counts. It is kept with its history, and "
                "can be brought back."
            ),
            tr("Withdraw"),
            parent,
        )
        self.reason = QLineEdit()
        self.field(tr("Why"), self.reason)

    def missing(self) -> str:
        return "" if self.reason.text().strip() else tr("Please say why it is withdrawn.")


class AddedDialog(QDialog):
    """The list of one source of what was added by hand."""

    def __init__(self, bridge: Bridge, source: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._source = source
        self._lines: tuple[AddedLine, ...] = ()
        self.setWindowTitle(tr("What was added"))
        self.model = WordsModel((tr("What was said"), tr("Where"), tr("Added"), tr("State")))
        self.table = WordsTable(tr("What was added by hand"), self.model, (6, 3, 3, 4), 8)
        self.table.doubleClicked.connect(lambda _: self.correct())
        self.table.selectionModel().currentChanged.connect(lambda *_: self._at_row())
        self.face = Face()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.face)
        self.bar = UndoBar()
        self.bar.undo.connect(self._undo)
        self._whole = label("")
        self._correct = KeyButton(tr("Correct…"))
        self._withdraw = KeyButton(tr("Withdraw…"))
        self._back = KeyButton(tr("Bring back"))
        self._close = KeyButton(tr("Close"), "Esc")
        self._lay_out()
        self.face.say(tr("Reading …"))
        self._pages.setCurrentWidget(self.face)
        self.reload()

    def _lay_out(self) -> None:
        buttons = Flow(gap=8)
        for button, press in (
            (self._correct, self.correct), (self._withdraw, self.withdraw),
            (self._back, self.bring_back), (self._close, self.accept),
        ):  # fmt: skip
            button.clicked.connect(press)
            buttons.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setSpacing(10)
        rows.addWidget(label(tr("Added by hand: {source}", source=self._source), "title"))
        rows.addWidget(self.bar)
        rows.addWidget(self._pages, 1)
        rows.addWidget(self._whole)
        rows.addLayout(buttons)
        pixels, room = self.font().pixelSize(), self.screen().availableGeometry().size() * 0.9
        self.resize(QSize(pixels * 60, pixels * 42).boundedTo(room))

    def reload(self) -> None:
        """Reads the list again."""
        source = self._source
        self._bridge.read(lambda r: r.added(source), self._show, self._broken, "added")

    def correct(self) -> None:
        """Asks how the chosen one should be."""
        line = self._line()
        if line is not None and not line.withdrawn:
            form = CorrectForm(line, self)
            form.accepted.connect(lambda: self._correct_it(line, form))
            form.finished.connect(form.deleteLater)
            form.open()

    def _correct_it(self, line: AddedLine, form: CorrectForm) -> None:
        self._ask(
            CorrectAdded(
                line.key, form.text.toPlainText().strip(),
                form.link.text().strip() if line.public else "", form.where.text().strip(),
            ),
            tr("Corrected. It was read again and put where it belongs."),
        )  # fmt: skip

    def withdraw(self) -> None:
        """Asks why the chosen one is withdrawn."""
        line = self._line()
        if line is not None and not line.withdrawn:
            form = WithdrawForm(self)
            form.accepted.connect(
                lambda: self._ask(Withdraw(line.key, form.reason.text()), tr("Withdrawn."))
            )
            form.finished.connect(form.deleteLater)
            form.open()

    def bring_back(self) -> None:
        """The chosen one stands in its list again."""
        line = self._line()
        if line is not None and line.withdrawn:
            self._ask(BringBack(line.key), tr("It stands in its list again."))

    def _ask(self, command: Command, said: str) -> None:
        self._bridge.ask(
            command, lambda _: self._done(said, True), partial(self.bar.say, fault=True)
        )

    def _undo(self) -> None:
        self._bridge.ask(
            Undo(), lambda said: self._done(tr("Taken back: {said}.", said=said)),
            partial(self.bar.say, fault=True),
        )  # fmt: skip

    def _done(self, said: str, undoable: bool = False) -> None:
        self.bar.say(said, undoable)
        self.reload()

    def _show(self, lines: tuple[AddedLine, ...]) -> None:
        row, self._lines = self.table.at(), lines
        self.model.show_rows([_cells(line) for line in lines])
        if lines:
            self.table.choose(max(0, row))
            self._pages.setCurrentWidget(self.table)
            if not self.table.hasFocus():
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.face.say(
                tr("Nothing was added here yet."), tr("Add a mention with A, in any list.")
            )
            self._pages.setCurrentWidget(self.face)
        self._at_row()

    def _broken(self, why: str) -> None:
        self.face.say(tr("What was added could not be read."), why, tr("Try again"), self.reload)
        self._pages.setCurrentWidget(self.face)

    def _line(self) -> AddedLine | None:
        row = self.table.at()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _at_row(self) -> None:
        line = self._line()
        gone = line is not None and line.withdrawn
        for button in (self._correct, self._withdraw):
            button.setEnabled(line is not None and not gone)
        self._back.setEnabled(gone)
        self._whole.setText(words.plain(line.text[:600]) if line is not None else "")


def _cells(line: AddedLine) -> tuple[str, ...]:
    state = tr("withdrawn: {why}", why=words.line(line.why)) if line.withdrawn else ""
    return words.line(line.text[:200]), words.line(line.seen_at), words.when(line.heard), state
