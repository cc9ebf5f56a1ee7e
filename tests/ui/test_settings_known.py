"""What the council knows beforehand, in the settings: consultations, and claims that are false."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from listener.commands import SetUpCouncil
from listener.council import Consultation, FalseClaim
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.settingspage import opened, section
from tests.ui.test_everyone import nameless
from ui.house.known import open_words, review_words
from ui.house.knownforms import ClaimForm, ConsultationForm
from ui.parts.buttons import KeyButton

TODAY = date(2026, 11, 24)
LIBRARIES = Consultation("Library hours", ("shorter hours",), TODAY, TODAY + timedelta(days=30))
CHARGE = FalseClaim(
    "There is a charge to use the tip", ("charge at the tip", "pay to tip"),
    "Residents pay nothing.", "https://www.brackenford.example/tip", "Waste desk", TODAY,
)  # fmt: skip


def test_a_consultation_is_added_changed_and_taken_out_again(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    assert desk.kept.council is not None
    desk.kept.council = replace(desk.kept.council, consultations=())
    window = opened(qtbot, desk, show)
    section(window, "Consultations")
    listing = window.settings.consultations.listing
    assert "No consultations yet" in listing.face.said()
    shown = {b.text() for b in listing.findChildren(KeyButton) if b.isVisible()}
    assert shown == {"Add…", "Change…", "Take out"}
    listing.add()
    form = listing.findChild(ConsultationForm)
    assert nameless(form) == []
    form.name.setText("Library hours")
    form.words.setPlainText("shorter hours")
    form.opens.setText("24 November")
    form.accept()
    assert form.isVisible()
    assert "is no day: write it as" in form.missing()
    form.opens.setText("2026-11-24")
    form.closes.setText("2026-10-24")
    assert form.missing() == "It closes before it opens."
    form.closes.setText("2026-12-24")
    form.accept()
    settle(qtbot, window)
    assert desk.asked[-1] == SetUpCouncil(desk.kept.council)
    assert desk.kept.council.consultations == (LIBRARIES,)
    window.settings.undo()
    settle(qtbot, window)
    assert desk.kept.council.consultations == ()


def test_a_false_claim_is_changed_with_its_answer_link_owner_and_review(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    assert desk.kept.council is not None
    desk.kept.council = replace(desk.kept.council, false_claims=(CHARGE,))
    window = opened(qtbot, desk, show)
    section(window, "Known false claims")
    listing = window.settings.claims.listing
    listing.edit()
    form = listing.findChild(ClaimForm)
    assert nameless(form) == []
    assert form.entry() == CHARGE
    form.words.setPlainText("")
    assert "without any it is never found" in form.missing()
    form.words.setPlainText("pay to tip")
    form.link.setText("javascript:alert(1)")
    assert form.missing() == "The link begins with https://."
    form.link.setText(CHARGE.link)
    form.review.setText("2027-03-22")
    form.accept()
    settle(qtbot, window)
    assert desk.kept.council.false_claims == (
        replace(CHARGE, words=("pay to tip",), review=date(2027, 3, 22)),
    )


@pytest.mark.parametrize(
    ("opens", "closes", "said"),
    [
        (0, 30, "open, to 24 Dec 2026"), (3, 30, "opens 27 Nov 2026, to 24 Dec 2026"),
        (3, None, "opens 27 Nov 2026, to no date"), (-9, -1, "✓ closed 23 Nov 2026"),
        (None, None, "open"), (None, 0, "open, to 24 Nov 2026"),
    ],
)  # fmt: skip
def test_how_a_consultation_stands_is_said(
    opens: int | None, closes: int | None, said: str
) -> None:
    def day(n: int | None) -> date | None:
        return None if n is None else TODAY + timedelta(days=n)

    assert open_words(Consultation("", (), day(opens), day(closes)), TODAY) == said


def test_a_claim_whose_review_has_come_says_so() -> None:
    assert review_words(CHARGE, TODAY) == "! due since 24 Nov 2026"
    assert review_words(CHARGE, TODAY - timedelta(days=1)) == "24 Nov 2026"
    assert review_words(replace(CHARGE, review=None), TODAY) == "no date"
