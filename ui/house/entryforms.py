"""The dialogs in which one place, one service or one member is written down."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from listener.council import Member, NamedPlace, Service
from ui.house.fields import ListEdit, chosen_of
from ui.mention.dialogs import Form
from ui.tongue import said_later, tr

KINDS = said_later(("road", "place", "ward", "junction", "postcode"))
WHOSE = said_later(
    (
        ("all", "ours, whatever the tier"),
        ("county/unitary", "ours as a county or unitary council"),
        ("district/unitary", "ours as a district or unitary council"),
        ("other", "another body's: we only signpost"),
    )
)


class PlaceForm(Form):
    """A road, place, ward or junction, with the names that people use for it."""

    def __init__(self, place: NamedPlace | None, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("A place"), tr("Nicknames are found in mentions as the name is."), tr("Keep"), parent
        )
        self.name, self.ward = QLineEdit(), QLineEdit()
        self.kind = chosen_of(tuple((k, k) for k in KINDS))
        self.nicknames = ListEdit()
        self.field(tr("Name"), self.name)
        self.field(tr("Kind"), self.kind)
        self.field(tr("Nicknames, one on each line"), self.nicknames)
        self.field(tr("Ward"), self.ward)
        if place is not None:
            self.name.setText(place.name)
            self.ward.setText(place.ward)
            self.nicknames.setPlainText("\n".join(place.nicknames))
            self.kind.setCurrentIndex(max(0, self.kind.findData(place.kind)))

    def missing(self) -> str:
        return "" if self.name.text().strip() else tr("Please give its name.")

    def entry(self) -> NamedPlace:
        """The place as it stands there."""
        return NamedPlace(
            self.name.text().strip(), self.kind.currentData(), self.nicknames.words(),
            self.ward.text().strip(),
        )  # fmt: skip


class MemberForm(Form):
    """An elected member."""

    def __init__(self, member: Member | None, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("A member"),
            tr(
                "What members say is marked as theirs; it is never left out and "
                "never answered alone."
            ),
            tr("Keep"),
            parent,
        )
        self.name, self.party = QLineEdit(), QLineEdit()
        self.handles = ListEdit()
        self.field(tr("Name"), self.name)
        self.field(tr("Handles, one on each line"), self.handles)
        self.field(tr("Party or group"), self.party)
        if member is not None:
            self.name.setText(member.name)
            self.party.setText(member.party)
            self.handles.setPlainText("\n".join(member.handles))

    def missing(self) -> str:
        return "" if self.name.text().strip() else tr("Please give the name.")

    def entry(self) -> Member:
        """The member as it stands there."""
        return Member(self.name.text().strip(), self.handles.words(), self.party.text().strip())


class ServiceForm(Form):
    """A category of service: its area, whose it is, and the phrases that mean it."""

    def __init__(self, service: Service | None, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("A service"),
            tr("The phrases are what residents write when they mean it."),
            tr("Keep"),
            parent,
        )
        self._before = service or Service("", "", "all", ())
        tier = self._before.tier
        self.category, self.area, self.who = QLineEdit(), QLineEdit(), QLineEdit()
        self.tier = chosen_of(WHOSE)
        self.phrases, self.not_phrases = ListEdit(6), ListEdit()
        self.note_line = QLineEdit(self._before.note)
        self.category.setText(self._before.category)
        self.area.setText(self._before.area)
        if self.tier.findData(tier) < 0 and self._before.ours:
            self.tier.addItem(tier, tier)
        self.tier.setCurrentIndex(self.tier.findData(tier if self._before.ours else "other"))
        self.who.setText(tier.partition(":")[2].strip())
        self.phrases.setPlainText("\n".join(self._before.phrases))
        self.not_phrases.setPlainText("\n".join(self._before.not_phrases))
        self.field(tr("Service"), self.category)
        self.field(tr("Service area"), self.area)
        self.field(tr("Whose it is"), self.tier)
        self.field(tr("The other body, where it is another's"), self.who)
        self.field(tr("Phrases, one on each line"), self.phrases)
        self.field(tr("Phrases that do not mean it"), self.not_phrases)
        self.field(tr("Note for officers"), self.note_line)

    def missing(self) -> str:
        if not self.category.text().strip() or not self.area.text().strip():
            return tr("Please give the service and its area.")
        if self.tier.currentData() == "other" and not self.who.text().strip():
            return tr("Please say which other body does it, so that people can be sent there.")
        return ""

    def entry(self) -> Service:
        """The service as it stands there."""
        tier = str(self.tier.currentData())
        return replace(
            self._before,
            category=self.category.text().strip(),
            area=self.area.text().strip(),
            tier=f"other: {self.who.text().strip()}" if tier == "other" else tier,
            phrases=self.phrases.words(),
            not_phrases=self.not_phrases.words(),
            note=self.note_line.text().strip(),
        )
