"""The sections that describe the council: its names, its lists, and what it knows beforehand."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout

from listener.commands import SetUpCouncil
from listener.council import Council
from listener.settings import Settings
from ui.bridge import Bridge
from ui.house.council import ListsForm, NameForm, accounts_form, around_form
from ui.house.known import CLAIMS, CONSULTATIONS
from ui.house.listing import Kind, Listing
from ui.parts.labels import label
from ui.settings.section import Section, Wish
from ui.tongue import said_later, tr

REAL = said_later("Kept when a field is left. What is undecided is read again for it, behind you.")
SAMPLE = said_later("This is the sample council. “Start with your own…”, above, sets up yours.")


class CouncilSection(Section):
    """Who the council is. Kept as soon as a field is left, where nothing is wrong with it."""

    KEYWORDS = "name tier site contact handles hashtags accounts neighbours staff parties sample"

    def __init__(self) -> None:
        super().__init__(tr("Council"))
        self._about = label("", "soft")
        self.card.addWidget(self._about)
        self._council = Council("", "")
        self.name_form = NameForm()
        self.forms: tuple[NameForm | ListsForm, ...] = (
            self.name_form, accounts_form(), around_form(),
        )  # fmt: skip
        rows = self.layout()
        assert isinstance(rows, QVBoxLayout)
        for form in self.forms:
            form.changed.connect(self._changed)
            rows.addWidget(form)

    def show_settings(self, settings: Settings) -> None:
        """There is nothing of the settings here."""

    def show_council(self, council: Council) -> None:
        """Shows these."""
        self._council = council
        self._about.setText(tr(SAMPLE) if council.sample else tr(REAL))
        for form in self.forms:
            form.show_council(council)
            form.setEnabled(not council.sample)

    def _changed(self) -> None:
        wanted = self._council
        for form in self.forms:
            wanted = form.applied(wanted)
        wrong = [form.wrong(wanted) for form in self.forms]
        if not any(wrong) and wanted != self._council:
            was, self._council = self._council, wanted
            self.wished.emit(Wish((SetUpCouncil(wanted),), tr("Kept."), (SetUpCouncil(was),)))


class ListSection(Section):
    """A list of the council's: places, services, members, consultations or false claims."""

    def __init__(self, bridge: Bridge, kind: Kind, title: str, about: str, keywords: str) -> None:
        super().__init__(title, about)
        self.KEYWORDS = keywords
        self._council = Council("", "")
        self._kind = kind
        self.listing = Listing(bridge, kind)
        self.listing.changed.connect(self._changed)
        self.card.addWidget(self.listing)

    def show_settings(self, settings: Settings) -> None:
        """There is nothing of the settings here."""

    def show_council(self, council: Council) -> None:
        """Shows these."""
        self._council = council
        self.listing.show_entries(getattr(council, self._kind.which))

    def _changed(self, entries: object, said: str) -> None:
        was = self._council
        self._council = replace(was, **{self._kind.which: entries})  # type: ignore[arg-type]
        self.wished.emit(Wish((SetUpCouncil(self._council),), said, (SetUpCouncil(was),)))


def known_sections(bridge: Bridge) -> tuple[ListSection, ListSection]:
    """The consultations, and the claims known to be false."""
    return (
        ListSection(
            bridge,
            CONSULTATIONS,
            tr("Consultations"),
            tr("What you ask residents about, with the words by which they name it."),
            tr("consultation proposal views engagement opens closes"),
        ),
        ListSection(
            bridge,
            CLAIMS,
            tr("Known false claims"),
            tr("What is told and is not so, with what is true, who keeps it, and until when."),
            tr("false claim rumour misinformation wrong fact answer owner review"),
        ),
    )
