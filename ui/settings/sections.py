"""The sections whose fields are one setting each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from listener.commands import Change, LookOver, UseChart
from listener.settings import Settings
from rules.replying import officers_of
from ui import startup
from ui.bridge import Bridge
from ui.house.fields import ListEdit, chosen_of
from ui.parts.buttons import KeyButton
from ui.parts.labels import label, reworn
from ui.parts.ticks import show_ticked
from ui.settings.section import Section, Wish
from ui.theme import SIZES
from ui.tongue import said_later, tr

CHARTS = said_later(
    (
        ("council", "Council"),
        ("classic", "Classic"),
        ("emergency", "Emergency, for twelve hours"),
    )
)
SCHEMES = said_later((("system", "as the system"), ("light", "light"), ("dark", "dark")))
CLOSING = said_later(
    (
        ("ask", "ask me once"),
        ("yes", "go on listening at the clock"),
        ("no", "stop listening and quit"),
    )
)


class SessionSection(Section):
    """How long a session is and how long the clocks run."""

    KEYWORDS = "time minutes due reply first look"

    def __init__(self) -> None:
        super().__init__(
            tr("Session and clocks"),
            tr(
                "The urgent clock runs in real time, at any hour. The others run "
                "in working time (Hours and holidays). What waits is given its new "
                "time at once."
            ),
        )
        self.number("session_minutes", tr("A session takes (0: none is shown)"), 0, 240, "min")
        self.number("urgent_minutes", tr("Urgent within"), 1, 120, "min")
        self.number("first_look_minutes", tr("First look within"), 5, 2400, tr("working min"))
        self.number("reply_minutes", tr("Reply within"), 15, 9600, tr("working min"))
        self.end()


class OfficersSection(Section):
    """Who decides here."""

    KEYWORDS = "name who am i team"

    def __init__(self) -> None:
        super().__init__(
            tr("Officers"), tr("The name is kept with each decision, note and correction.")
        )
        self.officer = self.line("officer", tr("Who decides here now"))
        self.team = ListEdit()
        self.team.finished.connect(lambda: self.change("officers", ", ".join(self.team.words())))
        self.field(tr("Everyone who works here, one on each line"), self.team)
        self.pick = chosen_of(())
        self.pick.activated.connect(lambda _: self.change("officer", self.pick.currentText()))
        self._pick_named = self.field(tr("Take over from somebody else"), self.pick)
        self._shows["officers"] = self._show_team
        self.end()

    def _show_team(self, settings: Settings) -> None:
        names = officers_of(settings.officers)
        self.team.show_words(names)
        self.pick.clear()
        self.pick.addItems(list(dict.fromkeys((settings.officer, *names))))
        self.form.setRowVisible(self._pick_named, len(names) > 0)
        self.form.setRowVisible(self.pick, len(names) > 0)


class ChartSection(Section):
    """Which flowchart is walked, and when publicity is restricted."""

    KEYWORDS = "emergency classic election purdah publicity"

    def __init__(self) -> None:
        super().__init__(
            tr("Flowchart, elections"),
            tr(
                "Another flowchart walks everything that is undecided again. What "
                "was decided stands."
            ),
        )
        self.chart = chosen_of(CHARTS)
        self.chart.activated.connect(lambda _: self._use())
        self.field(tr("Flowchart"), self.chart)
        self._shows["chart"] = lambda s: self.chart.setCurrentIndex(
            max(0, self.chart.findData(s.chart))
        )
        days = tr("A date such as 2027-03-22. Leave both empty where no election is near.")
        self.first = self.line("pre_election_from", tr("First pre-election day"), days)
        self.last = self.line("pre_election_to", tr("Last pre-election day"))
        self._wrong = label("", "fault")
        self._wrong.hide()
        self.card.addWidget(self._wrong)
        self.end()

    def show_settings(self, settings: Settings) -> None:
        super().show_settings(settings)
        self.reset_button.hide()  # a chart is chosen, not reset
        self._wrong.setText(period_fault(settings))
        self._wrong.setVisible(bool(period_fault(settings)))

    def _use(self) -> None:
        name, was = self.chart.currentData(), self.settings.chart
        if name != was:
            said = tr("The flowchart is now {currenttext}.", currenttext=self.chart.currentText())
            self.wished.emit(Wish((UseChart(name),), said, (UseChart(was),)))


def period_fault(settings: Settings) -> str:
    """What is wrong with the pre-election dates, or ""."""
    first, last = settings.pre_election_from, settings.pre_election_to
    if (first is None) != (last is None):
        return tr("The period counts only once it has a first and a last day.")
    if first is not None and last is not None and last < first:
        return tr("The last day lies before the first: the period does not count.")
    return ""


class LookSection(Section):
    """How the window looks."""

    KEYWORDS = "dark light theme contrast zoom font animation highlight"

    def __init__(self) -> None:
        super().__init__(tr("Look"))
        self.scheme = self.box("theme", tr("Light or dark"), SCHEMES)
        self.size_box = self.box(
            "text_size", tr("Text size"), tuple((str(s), f"{s} %") for s in SIZES)
        )
        self.tick(
            "reduced_motion",
            tr("Nothing moves by itself"),
            tr("No fading of menus and tips, and the cursor does not blink."),
        )
        self.tick(
            "marks",
            tr("Mark the words that weighed"),
            tr("In the text of a mention, in shape as well as in colour."),
        )
        self.end()


class NotesSection(Section):
    """What is told at the clock."""

    KEYWORDS = "notice notification tray alert close quit count"

    def __init__(self) -> None:
        super().__init__(
            tr("Notifications"),
            tr(
                "They hold no words, names or places of residents: only how many, "
                "and that a person should look."
            ),
        )
        self.tick("notify_urgent", tr("Tell of possible dangers"))
        self.tick("notify_spikes", tr("Tell of spikes"))
        self.tick("badge", tr("Show how many wait, on the icon at the clock"))
        self.box("close_to_tray", tr("When the window is closed"), CLOSING)
        self.end()


class WebSection(Section):
    """How sources are asked."""

    KEYWORDS = "internet network proxy interval poll"

    def __init__(self) -> None:
        super().__init__(tr("Connections"))
        self.every = self.number(
            "interval",
            tr("A source is asked every"),
            1,
            1440,
            "min",
            tr("Where a source has no interval of its own. Sites that ask for longer get longer."),
            each=60,
        )
        self.proxy = self.line(
            "proxy",
            tr("Proxy, where IT says there is one"),
            tr(
                "Such as http://proxy.example:8080. Empty: as this computer says. "
                "It counts from the next start on."
            ),
            tr("Kept. It counts from the next start on."),
        )
        self.number(
            "connections", tr("Sites asked at once"), 1, 32, "sites", tr("From the next start on.")
        )
        self.end()


class StartSection(Section):
    """Starting at log-in."""

    KEYWORDS = "log-in login autostart boot hidden"

    def __init__(self, profile: Path) -> None:
        super().__init__(
            tr("Start-up"),
            tr(
                "Nobody listens while this program is closed. Started at log-in, "
                "it waits in the tray."
            ),
        )
        self.entry = startup.here(profile)
        self.on = self.tick("start_at_login", tr("Start hidden when I log in to this computer"))
        self._says = label("", "soft")
        self.card.addWidget(self._says)
        if self.entry is None:
            self.on.setEnabled(False)
            self._says.setText(tr("This system is not known for it: ask IT to start it at log-in."))
        else:
            where = self.entry.path or tr("the registry of this user")
            self._says.setText(tr("It is written to {where}, and taken away again.", where=where))

    def show_settings(self, settings: Settings) -> None:
        super().show_settings(settings)
        self.reset_button.hide()

    def ticked(self, _: str, on: bool) -> None:
        """Writes it where this system looks at log-in, and keeps it only then."""
        wrong = (
            startup.put(self.entry, on) if self.entry is not None else tr("It is not offered here.")
        )
        reworn(self._says, "look", "fault" if wrong else "soft")
        if wrong:
            self._says.setText(wrong)
            show_ticked(self.on, self.settings.start_at_login)
            return
        self.wished.emit(Wish((Change("start_at_login", on),), tr("Kept.")))


class ItSection(Section):
    """One button that copies all that IT asks for first."""

    KEYWORDS = "doctor log profile data support version help copy"

    def __init__(self, bridge: Bridge, profile: Path) -> None:
        super().__init__(
            tr("For IT"),
            tr(
                "Where the data and the log lie, and what the doctor says of this "
                "computer. It holds no word that a resident said."
            ),
        )
        self._bridge = bridge
        self.copy = KeyButton(tr("Copy for IT"), kind="primary")
        self.copy.clicked.connect(self.look_over)
        self._says = label(tr("The profile lies in {profile}.", profile=profile))
        self._text = label("", "soft")
        self._text.hide()
        self.card.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.addWidget(self._says)
        self.card.addWidget(self._text)

    def show_settings(self, settings: Settings) -> None:
        """There is nothing to set here."""

    def look_over(self) -> None:
        """Asks the doctor, and copies what he says."""
        self.copy.setEnabled(False)
        self._says.setText(tr("Looking everything over …"))
        reworn(self._says, "look", "")
        self._bridge.ask(LookOver(), self._came, self._failed)

    def said(self) -> str:
        """What was copied."""
        return self._text.text()

    def _came(self, text: str) -> None:
        self.copy.setEnabled(True)
        QGuiApplication.clipboard().setText(text)
        self._says.setText(tr("Copied: paste it into a mail to IT."))
        self._text.setText(text)
        self._text.show()

    def _failed(self, why: str) -> None:
        self.copy.setEnabled(True)
        reworn(self._says, "look", "fault")
        self._says.setText(why)
