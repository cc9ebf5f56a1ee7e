"""The council's own fields: its name, its accounts, and the names around it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from listener.council import TIERS, Council, faults_of, short_of
from ui.house.fields import Fields, ListEdit, chosen_of
from ui.parts.labels import label
from ui.tongue import tr

SINGLE = ("name", "short", "site", "contact")


class NameForm(Fields):
    """Name, short name, tier, site and contact. `changed` once a field is left."""

    changed = Signal()
    NAMES = ("name", "short", "tier", "site", "contact")

    def __init__(self) -> None:
        super().__init__(tr("Name and site"))
        self.lines = {name: QLineEdit() for name in SINGLE}
        self.tier = chosen_of(tuple((t, t) for t in TIERS))
        self._wrong = label("", "fault")
        self._wrong.hide()
        self.field(
            tr("Name"), self.lines["name"], tr("In full, such as Brackenford Borough Council.")
        )
        self.field(
            tr("Short name"),
            self.lines["short"],
            tr("As people write it: Brackenford. Empty: taken from the name."),
        )
        self.field(
            tr("Tier"), self.tier, tr("Cities, metropolitan and London boroughs are unitary.")
        )
        self.field(tr("Site"), self.lines["site"], tr("Such as https://www.brackenford.example"))
        self.field(
            tr("Contact for site owners"),
            self.lines["contact"],
            tr(
                "An e-mail address or a page. Sites are told it when their feed is "
                "asked, so that they can reach you instead of shutting you out."
            ),
        )
        self.card.addWidget(self._wrong)
        for line in self.lines.values():
            line.editingFinished.connect(self.changed)
        self.tier.activated.connect(self.changed)

    def show_council(self, council: Council) -> None:
        """Shows these; a field that is being typed in is left alone."""
        for name, line in self.lines.items():
            if not line.hasFocus():
                line.setText(getattr(council, name))
        at = self.tier.findData(council.tier)
        if at < 0 and council.tier:
            self.tier.addItem(council.tier, council.tier)
            at = self.tier.count() - 1
        self.tier.setCurrentIndex(max(0, at))

    def applied(self, council: Council) -> Council:
        """The council with what stands here. A missing short name is taken from the name."""
        given = {name: line.text().strip() for name, line in self.lines.items()}
        given["short"] = given["short"] or short_of(given["name"])
        return replace(
            council,
            name=given["name"],
            short=given["short"],
            tier=self.tier.currentData(),
            site=given["site"],
            contact=given["contact"],
        )

    def wrong(self, council: Council) -> str:
        """What is wrong with these fields, in a sentence that is shown too; "" for nothing."""
        said = next((why for field, why in faults_of(council) if field in self.NAMES), "")
        self._wrong.setText(said)
        self._wrong.setVisible(bool(said))
        return said


class ListsForm(Fields):
    """Several lists of names, one name on each line."""

    changed = Signal()

    def __init__(self, title: str, about: str, lists: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__(title, about)
        self.lists = {name: ListEdit() for name, _, _ in lists}
        for name, said, why in lists:
            self.field(said, self.lists[name], why)
            self.lists[name].finished.connect(self.changed)
        self._wrong = label("", "fault")
        self._wrong.hide()
        self.card.addWidget(self._wrong)

    def show_council(self, council: Council) -> None:
        """Shows these; a list that is being typed in is left alone."""
        for name, edit in self.lists.items():
            edit.show_words(getattr(council, name))

    def applied(self, council: Council) -> Council:
        """The council with these lists."""
        given = {name: edit.words() for name, edit in self.lists.items()}
        return replace(council, **given)  # type: ignore[arg-type]

    def wrong(self, council: Council) -> str:
        """What is wrong with these lists; "" where all is well."""
        said = next((why for field, why in faults_of(council) if field in self.lists), "")
        self._wrong.setText(said)
        self._wrong.setVisible(bool(said))
        return said


def accounts_form() -> ListsForm:
    """How residents address the council, and what it says itself."""
    return ListsForm(
        tr("Accounts"),
        tr("Put one on each line."),
        (
            ("handles", tr("Handles that residents write to"), tr("Such as @BrackenfordMBC")),
            ("hashtags", tr("Hashtags"), tr("Such as #Brackenford")),
            (
                "own_accounts",
                tr("Your own accounts"),
                tr(
                    "As sources show them. What the council says itself is no mention "
                    "and is left out."
                ),
            ),
        ),
    )


def around_form() -> ListsForm:
    """The names around the council that tell whether it is meant."""
    return ListsForm(
        tr("Neighbours and words"),
        tr("Put one on each line."),
        (
            (
                "neighbours",
                tr("Neighbouring towns and councils"),
                tr("What is said about them is not about you, and is signposted."),
            ),
            (
                "staff_words",
                tr("Words for your staff"),
                tr("Such as enforcement officer, lollipop lady."),
            ),
            (
                "parties",
                tr("Parties"),
                tr("A mention that names one is marked, and held in a pre-election period."),
            ),
        ),
    )
