"""The style sheet of the window, made from its colours and its text size."""

from __future__ import annotations

from ui.tokens import Tokens


def stylesheet(t: Tokens, pixels: int, tick: str, up: str, down: str) -> str:
    """Style rules for the whole application; sizes follow the text. tick, up, down: pictures."""
    unit = max(8, round(8 * pixels / 14))
    parts = (
        _grounds(t, unit), _buttons(t, unit), _ticks(t, unit, tick), _fields(t, unit, up, down),
        _words(t, pixels), _chips(t, pixels), _lists(t, unit),
    )  # fmt: skip
    return "\n".join(parts)


def _grounds(t: Tokens, unit: int) -> str:
    return f"""
    QWidget#rail {{ background: {t.rail}; border-right: 1px solid {t.line}; }}
    QWidget#head, QWidget#bar, QFrame[card="true"] {{ background: {t.card}; }}
    QWidget#head {{ border-bottom: 1px solid {t.line}; }}
    QFrame[card="true"] {{ border: 1px solid {t.line}; border-radius: {unit}px; }}
    QFrame[spike="true"] {{ border-left: {unit // 2}px solid {t.bar}; }}
    QFrame[quote="true"] {{ border: 0; border-left: 3px solid {t.line}; }}
    QFrame[asked="true"] {{ background: {t.chips["amber"][0]}; border-radius: {unit}px; }}
    QFrame[asked="true"] QLabel {{ color: {t.chips["amber"][1]}; background: transparent; }}
    QFrame[banner="blue"] {{ background: {t.chips["blue"][0]}; }}
    QFrame[banner="amber"] {{ background: {t.chips["amber"][0]}; }}
    QFrame[banner="red"] {{ background: {t.chips["red"][0]}; }}
    QFrame[banner="grey"] {{ background: {t.chips["grey"][0]}; }}
    QFrame[banner="blue"] QLabel {{ color: {t.chips["blue"][1]}; }}
    QFrame[banner="amber"] QLabel {{ color: {t.chips["amber"][1]}; }}
    QFrame[banner="red"] QLabel {{ color: {t.chips["red"][1]}; }}
    QFrame[banner="grey"] QLabel {{ color: {t.chips["grey"][1]}; }}
    QFrame[rule="true"] {{ background: {t.line}; max-height: 1px; min-height: 1px; border: 0; }}
    QFrame[facts="true"] {{ border: 2px solid transparent; border-radius: 4px; }}
    QFrame[facts="true"]:focus {{ border-color: {t.focus}; }}
    QProgressBar {{ background: {t.line}; border: 0; border-radius: 3px; max-height: 6px;
        min-height: 6px; }}
    QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
    QSplitter::handle {{ background: {t.line}; }}
    QSplitter::handle:hover {{ background: {t.edge}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: 0; }}
    QToolTip {{ background: {t.card}; color: {t.text}; border: 1px solid {t.line}; }}
    """


def _buttons(t: Tokens, unit: int) -> str:
    pad = round(unit * 0.75)
    return f"""
    QPushButton {{ background: {t.card}; color: {t.text}; border: 1px solid {t.edge};
        border-radius: {pad}px; min-height: {unit * 2}px;
        padding: {pad}px {round(unit * 1.25)}px; }}
    QPushButton:hover {{ background: {t.chosen}; }}
    QPushButton:checked {{ background: {t.chips["blue"][0]}; border: 2px solid {t.accent};
        padding: {pad - 1}px {round(unit * 1.25) - 1}px; font-weight: 600; }}
    QPushButton:pressed {{ background: {t.line}; }}
    QPushButton:focus {{ border: 2px solid {t.focus};
        padding: {pad - 1}px {round(unit * 1.25) - 1}px; }}
    QPushButton:disabled {{ color: {t.soft}; border-color: {t.line}; }}
    QPushButton[kind="primary"] {{ background: {t.accent}; color: {t.on_accent};
        border-color: {t.accent}; }}
    QPushButton[kind="primary"]:focus {{ border: 2px solid {t.text}; }}
    QPushButton[kind="danger"] {{ border: 1px solid {t.red}; color: {t.red}; }}
    QPushButton[kind="danger"]:focus {{ border: 2px solid {t.red}; }}
    QPushButton[kind="primary"]:disabled, QPushButton[kind="danger"]:disabled {{
        background: {t.card}; color: {t.soft}; border-color: {t.line}; }}
    QPushButton[kind="link"] {{ background: transparent; border: 1px solid transparent;
        color: {t.accent}; text-align: left; padding: {pad}px 0; text-decoration: underline; }}
    QPushButton[kind="link"]:focus {{ border: 2px solid {t.focus}; }}
    QPushButton[kind="chip"], QPushButton[kind="chip"]:focus {{ border: 0; padding: 0;
        min-height: 0; background: transparent; }}
    QPushButton[kind="rail"] {{ border: 2px solid transparent; background: transparent; }}
    """


def _ticks(t: Tokens, unit: int, tick: str) -> str:
    return f"""
    QRadioButton, QCheckBox {{ color: {t.text}; spacing: {unit}px; min-height: {unit * 3}px;
        border: 2px solid transparent; border-radius: 4px; background: transparent; }}
    QRadioButton::indicator {{ width: {unit + 4}px; height: {unit + 4}px; background: {t.card};
        border: 2px solid {t.edge}; border-radius: {(unit + 8) // 2}px; }}
    QRadioButton::indicator:checked {{ border-color: {t.accent}; background: qradialgradient(
        cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5, stop: 0 {t.accent}, stop: 0.6 {t.accent},
        stop: 0.7 {t.card}, stop: 1 {t.card}); }}
    QCheckBox::indicator {{ width: {unit + 4}px; height: {unit + 4}px; background: {t.card};
        border: 2px solid {t.edge}; border-radius: 3px; }}
    QCheckBox::indicator:checked {{ border-color: {t.accent}; background: {t.accent};
        image: url("{tick}"); }}
    QRadioButton:focus, QCheckBox:focus {{ border: 2px solid {t.focus}; }}
    """


def _fields(t: Tokens, unit: int, up: str, down: str) -> str:
    pad = round(unit * 0.75)
    fields = "QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateTimeEdit"
    focused = ", ".join(f"{f.strip()}:focus" for f in fields.split(","))
    return f"""
    {fields} {{ background: {t.card}; color: {t.text}; border: 1px solid {t.edge};
        border-radius: {pad}px; padding: {pad}px {unit}px; min-height: {unit * 2}px;
        selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
    {focused} {{ border: 2px solid {t.focus}; padding: {pad - 1}px {unit - 1}px; }}
    QSpinBox QLineEdit, QSpinBox QLineEdit:focus, QDateTimeEdit QLineEdit,
        QDateTimeEdit QLineEdit:focus {{ border: 0; padding: 0; min-height: 0; }}
    QPlainTextEdit {{ min-height: {unit * 9}px; }}
    QSpinBox::up-button, QSpinBox::down-button {{ width: {unit * 3}px; border: 0;
        background: transparent; subcontrol-origin: border; }}
    QSpinBox::up-button {{ subcontrol-position: top right; }}
    QSpinBox::down-button {{ subcontrol-position: bottom right; }}
    QSpinBox::up-arrow {{ image: url("{up}"); width: {unit * 3 // 2}px;
        height: {unit * 3 // 2}px; }}
    QSpinBox::down-arrow {{ image: url("{down}"); width: {unit * 3 // 2}px;
        height: {unit * 3 // 2}px; }}
    QComboBox::drop-down, QDateTimeEdit::drop-down {{ border: 0; width: {unit * 3}px; }}
    QComboBox::down-arrow, QDateTimeEdit::down-arrow {{ image: url("{down}");
        width: {unit * 2}px; height: {unit * 2}px; }}
    QComboBox QAbstractItemView {{ background: {t.card}; color: {t.text};
        selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
    QTextEdit#words {{ background: transparent; color: {t.text}; border: 2px solid transparent;
        border-radius: 4px; selection-background-color: {t.accent};
        selection-color: {t.on_accent}; }}
    QTextEdit#words:focus {{ border: 2px solid {t.focus}; }}
    QMenu {{ background: {t.card}; color: {t.text}; border: 1px solid {t.edge}; }}
    QMenu::item {{ padding: {pad}px {unit * 3}px; min-height: {unit * 2}px; }}
    QMenu::item:selected {{ background: {t.accent}; color: {t.on_accent}; }}
    """


def _words(t: Tokens, pixels: int) -> str:
    return f"""
    QLabel {{ background: transparent; color: {t.text}; }}
    QLabel[look="soft"] {{ color: {t.soft}; font-size: {round(pixels * 0.93)}px; }}
    QLabel[look="title"] {{ font-size: {round(pixels * 1.21)}px; font-weight: 600; }}
    QLabel[look="page"] {{ font-size: {round(pixels * 1.5)}px; font-weight: 600; }}
    QLabel[look="strong"] {{ font-weight: 600; }}
    QLabel[look="heading"] {{ color: {t.soft}; font-size: {round(pixels * 0.82)}px;
        font-weight: 500; letter-spacing: 1px; }}
    QLabel[look="fault"] {{ color: {t.red}; }}
    """


def _chips(t: Tokens, pixels: int) -> str:
    radius = round(pixels * 0.6)  # more than half the height, and Qt draws square corners
    shared = f"""QLabel[chip] {{ border-radius: {radius}px; font-weight: 500;
        padding: 2px {round(pixels * 0.6)}px; font-size: {round(pixels * 0.88)}px; }}"""
    each = "\n".join(
        f'QLabel[chip="{name}"] {{ background: {ground}; color: {text}; }}'
        for name, (ground, text) in t.chips.items()
    )
    return f"{shared}\n{each}"


def _lists(t: Tokens, unit: int) -> str:
    return f"""
    QTableView, QTreeView, QListView, QListWidget {{ background: {t.card}; color: {t.text};
        border: 2px solid transparent; outline: 0; gridline-color: {t.line}; }}
    QTableView:focus, QListView:focus, QListWidget:focus {{ border: 2px solid {t.focus}; }}
    QTableView#cards, QTableView#cards:focus {{ border: 0; }}
    QListWidget::item {{ padding: {unit}px; min-height: {unit * 2}px; }}
    QListWidget::item:disabled {{ color: {t.soft}; }}
    QTableView#plain::item {{ padding: 0 {unit // 2}px; }}
    QTableView#plain::item:selected, QListWidget::item:selected {{ background: {t.chosen};
        color: {t.text}; }}
    QHeaderView::section {{ background: {t.rail}; color: {t.soft}; border: 0;
        padding: {unit}px {unit // 2 + 3}px; border-bottom: 1px solid {t.line}; }}
    QProgressBar {{ background: {t.line}; border: 0; border-radius: {unit // 2}px;
        min-height: {unit}px; max-height: {unit}px; }}
    QProgressBar::chunk {{ background: {t.accent}; border-radius: {unit // 2}px; }}
    QScrollBar:vertical {{ background: transparent; width: {unit + 4}px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {t.edge}; border-radius: 4px; margin: 2px;
        min-height: {unit * 4}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
