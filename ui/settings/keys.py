"""The keys: each can be changed or switched off; what clashes is said."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from listener.settings import Settings
from ui import keymap
from ui.house.table import WordsModel, WordsTable
from ui.keys import KEYS
from ui.mention.dialogs import Form
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import label
from ui.settings.section import Section
from ui.tongue import tr

MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


class KeyLine(QLineEdit):
    """Takes the next key that is pressed. Tab leaves it, as everywhere, and Esc closes the form."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.setReadOnly(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape):
            super().keyPressEvent(event)
        elif key not in MODIFIERS:
            pressed = QKeySequence(event.keyCombination()).toString()
            shifted = event.text() and not event.text().isalnum() and event.text().isprintable()
            # A sign that is typed with Shift is the sign: “?” and not Shift+?.
            self.setText(pressed.removeprefix("Shift+") if shifted else pressed)
            event.accept()


class KeyForm(Form):
    """Which key does it."""

    def __init__(self, changes: keymap.Changes, verb: str, parent: QWidget | None = None) -> None:
        key = next(k for k in keymap.applied(changes) if k.verb == verb)
        super().__init__(
            tr("Change a key"),
            tr("{does}. Press the new key while the field is chosen.", does=key.does),
            tr("Keep"),
            parent,
        )
        self._changes = changes
        self._verb = verb
        self.line = KeyLine(key.keys[0] if key.keys else "")
        self.field(tr("Key"), self.line)

    def missing(self) -> str:
        return keymap.clash(self._changes, self._verb, self.line.text())


class KeysSection(Section):
    """Every verb with its keys."""

    KEYWORDS = "keyboard shortcut shortcuts letters off"

    def __init__(self) -> None:
        super().__init__(
            tr("Keys"),
            tr(
                "Every key can be changed or switched off. The sheet of keys (?) "
                "and the buttons follow at once. Ctrl+1 to Ctrl+0 open the lists "
                "and stay."
            ),
        )
        self.model = WordsModel((tr("What it does"), tr("Keys"), tr("As usual")))
        self.table = WordsTable(tr("Keys"), self.model, (6, 2, 2), 14)
        self.table.doubleClicked.connect(lambda _: self.edit())
        buttons = Flow(gap=8)
        for text, press in (
            (tr("Change…"), self.edit),
            (tr("Switch off"), self.switch_off),
            (tr("As usual"), self.as_usual),
            (tr("All as usual"), self.reset),
        ):
            button = KeyButton(text)
            button.clicked.connect(press)
            buttons.addWidget(button)
        self.card.addLayout(buttons)
        self.card.addWidget(self.table)
        self._left = label("", "soft")
        self.card.addWidget(self._left)
        self._shows["keys"] = self._show

    def words(self) -> str:
        return super().words() + " ".join(k.does for k in KEYS).casefold()

    def edit(self) -> None:
        """Asks for another key."""
        verb = self._verb()
        if verb:
            form = KeyForm(self._changes(), verb, self)
            form.accepted.connect(lambda: self._put(verb, (form.line.text(),)))
            form.finished.connect(form.deleteLater)
            form.open()

    def switch_off(self) -> None:
        """The chosen verb has no key from now on; its button stays."""
        if self._verb():
            self._put(self._verb(), ())

    def as_usual(self) -> None:
        """The chosen verb's keys as shipped, unless another verb has one of them now."""
        usual = next((k.keys for k in KEYS if k.verb == self._verb()), ())
        taken = [c for k in usual if (c := keymap.clash(self._changes(), self._verb(), k))]
        self._left.setText(taken[0] if taken else "")
        if usual and not taken:
            self._put(self._verb(), usual)

    def _put(self, verb: str, keys: tuple[str, ...]) -> None:
        changes = {**self._changes(), verb: keys}
        said = tr("The key is {keys} now.", keys=keys[0]) if keys else tr("It has no key now.")
        self.change("keys", keymap.text_of(changes), said)

    def _changes(self) -> keymap.Changes:
        return keymap.changes_of(self.settings.keys)

    def _verb(self) -> str:
        row = self.table.at()
        return KEYS[row].verb if row >= 0 else ""

    def _show(self, settings: Settings) -> None:
        row, now = self.table.at(), keymap.applied(keymap.changes_of(settings.keys))
        self.model.show_rows(
            [
                (n.does[:1].upper() + n.does[1:], keys_said(n.keys) or tr("off"),
                 "" if n.keys == k.keys else keys_said(k.keys))
                for n, k in zip(now, KEYS, strict=True)
            ]
        )  # fmt: skip
        self.table.choose(max(0, row))
        self._left.setText("")


def keys_said(keys: tuple[str, ...]) -> str:
    """The keys of a verb, each of which does it."""
    return tr(" or ").join(keys)
