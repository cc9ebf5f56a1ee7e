"""When the council works: hours for each day of the week, and the days that are off."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QSize
from PySide6.QtWidgets import QCheckBox, QDateEdit, QGridLayout, QLineEdit, QSizePolicy

from listener.commands import Change
from listener.council import Holiday
from listener.settings import Settings
from rules.worktime import DAYS, hours_of, hours_text
from ui.bridge import Bridge
from ui.house.table import WordsModel, WordsTable
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import label
from ui.parts.padded import padded
from ui.parts.ticks import on_tick, show_ticked
from ui.settings.section import Section, Wish
from ui.tongue import tr
from ui.words import LONDON

USUAL = (time(8, 30), time(17, 30))
YEARS = 3  # shown from this year on


class HoursSection(Section):
    """Working hours and holidays; the clocks follow at once."""

    KEYWORDS = "bank holiday weekend working time opening christmas easter monday"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(
            tr("Hours and holidays"),
            tr("First look and reply run in working time. The urgent clock never stops."),
        )
        self._bridge = bridge
        self._days: list[tuple[QCheckBox, QLineEdit, QLineEdit]] = []
        self._list: tuple[Holiday, ...] = ()
        self.card.addLayout(self._week())
        self._wrong = label("", "fault")
        self._wrong.hide()
        self.card.addWidget(self._wrong)
        self.card.addWidget(label(tr("Days off"), "strong"))
        self.card.addWidget(
            label(
                tr(
                    "Bank holidays of England and Wales, as we know them. Please check "
                    "them each year: a day that is proclaimed for one year only has to "
                    "be added."
                ),
                "soft",
            )
        )
        self.model = WordsModel((tr("Day"), tr("Why")))
        self.table = WordsTable(tr("Days off"), self.model, (2, 5), 9)
        self.card.addLayout(self._buttons())
        self.card.addWidget(self.table)
        self._shows["hours"] = self._show_hours
        self._read_for: str | None = None
        self._shows["holidays"] = self._show_holidays
        self.end()

    def _week(self) -> QGridLayout:
        grid = QGridLayout()
        for column, share in ((1, 1), (2, 1), (3, 2)):
            grid.setColumnStretch(column, share)
        for row, name in enumerate(DAYS):
            works, opens, shuts = QCheckBox(name), QLineEdit(), QLineEdit()
            works.setAccessibleName(tr("{name} is a working day", name=name))
            for edit, what in ((opens, "opens"), (shuts, "shuts")):
                edit.setMaxLength(5)
                edit.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
                edit.setPlaceholderText("08:30")
                edit.setAccessibleName(tr("{name}: the office {what} at", name=name, what=what))
                edit.editingFinished.connect(self._typed)
            on_tick(works, lambda _: self._typed())
            for column, widget in enumerate((works, opens, shuts)):
                grid.addWidget(widget, row, column)
            self._days.append((works, opens, shuts))
        return grid

    def _buttons(self) -> Flow:
        buttons = Flow(gap=8)
        self.day = padded(_DayBox())
        self.day.setDisplayFormat("ddd d MMM yyyy")
        self.day.setCalendarPopup(True)
        self.day.setDate(QDate.currentDate())
        self.day.setAccessibleName(tr("A day that is off"))
        add, open_ = KeyButton(tr("Add this day")), KeyButton(tr("We work that day"))
        add.clicked.connect(lambda: self._holiday(self._picked(), True))
        open_.clicked.connect(self._work)
        for widget in (self.day, add, open_):
            buttons.addWidget(widget)
        return buttons

    def read(self) -> None:
        """Reads the days off again."""
        year = _this_year()
        self._bridge.read(
            lambda r: r.holidays(year, year + YEARS - 1), self._show_list, self._failed, "holidays"
        )

    def _show_holidays(self, settings: Settings) -> None:
        if settings.holidays != self._read_for:
            self._read_for = settings.holidays
            self.read()

    def _failed(self, why: str) -> None:
        self._read_for = None
        self.model.show_rows([(tr("The days off could not be read"), why)])

    def _show_list(self, days: tuple[Holiday, ...]) -> None:
        row, self._list = self.table.at(), days
        self.model.show_rows([(f"{h.day:%a} {h.day.day} {h.day:%b %Y}", h.name) for h in days])
        self.table.choose(max(0, row))

    def _show_hours(self, settings: Settings) -> None:
        if any(w.hasFocus() for day in self._days for w in day[1:]):
            return
        try:
            hours = hours_of(settings.hours)
        except ValueError:
            hours = hours_of("")
        for (works, opens, shuts), day in zip(self._days, hours, strict=True):
            show_ticked(works, day is not None)
            for edit, at in zip((opens, shuts), day or USUAL, strict=True):
                edit.setText(f"{at:%H:%M}")
                edit.setEnabled(day is not None)
        self._wrong.hide()

    def _typed(self) -> None:
        text = " ".join(
            f"{_time(opens)}-{_time(shuts)}" if works.isChecked() else "off"
            for works, opens, shuts in self._days
        )
        for works, *edits in self._days:
            for edit in edits:
                edit.setEnabled(works.isChecked())
        try:
            text = hours_text(hours_of(text))
        except ValueError as fault:
            self._wrong.setText(tr("{fault}. Nothing was changed.", fault=fault))
            self._wrong.show()
            return
        self._wrong.hide()
        kept = "" if text == hours_text(hours_of("")) else text
        self.change("hours", kept, tr("Kept. What waits has its new times."))

    def _work(self) -> None:
        row = self.table.at()
        if 0 <= row < len(self._list):
            self._holiday(self._list[row].day, False)

    def _picked(self) -> date:
        day = self.day.date()
        return date(day.year(), day.month(), day.day())

    def _holiday(self, day: date, off: bool) -> None:
        """Writes a day as off, or as worked on, into the council's changes."""
        was = self.settings.holidays
        listed = any(h.day == day for h in self._list)
        if off == listed and day.year < _this_year() + YEARS:
            return
        kept = [w for w in was.split() if w[1:] != day.isoformat()]
        undone = len(kept) < len(was.split())
        if not undone:
            kept.append(f"{'+' if off else '-'}{day.isoformat()}")
        said = tr(
            "{day:%a} {day2} {day:%b %Y} is {value} now.",
            day=day,
            day2=day.day,
            value=tr("off") if off else tr("worked on"),
        )
        self.wished.emit(
            Wish((Change("holidays", " ".join(kept)),), said, (Change("holidays", was),))
        )


class _DayBox(QDateEdit):
    """As wide as its day: Qt leaves the margin and the arrow out that the style sheet adds."""

    def sizeHint(self) -> QSize:
        usual = super().sizeHint()
        return QSize(usual.width() + 3 * self.fontMetrics().averageCharWidth(), usual.height())


def _this_year() -> int:
    return datetime.now(LONDON).year


def _time(edit: QLineEdit) -> str:
    """The time as typed: 9, 9:30, 9.30 and 0930 are times too."""
    given = edit.text().strip().replace(".", ":").replace(" ", "") or "?"
    if given.isdigit() and len(given) in (3, 4):
        given = f"{given[:-2]}:{given[-2:]}"
    hour, _, minute = given.partition(":")
    return f"{hour:0>2}:{minute or '00':0>2}"
