"""What the council knows beforehand stands beside the phrase that named it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from listener.council import Consultation, FalseClaim
from listener.councilfile import shipped_council
from listener.mention import Heard
from listener.reading import MentionReader
from listener.reading.known import known_by_phrase

HOURS = Consultation("Library hours", ("library hours",), date(2026, 11, 1), date(2026, 11, 30))
TIP = FalseClaim(
    "The tip costs money", ("charge for the tip",), "It is free for residents.",
    "https://larkford.example/tip", "Waste", date(2027, 1, 31),
)  # fmt: skip
COUNCIL = replace(shipped_council(), consultations=(HOURS,), false_claims=(TIP,))


def test_a_consultation_is_named_with_its_dates() -> None:
    assert known_by_phrase(COUNCIL)["library hours"] == (
        "Library hours, open from 1 Nov 2026 to 30 Nov 2026"
    )
    undated = replace(COUNCIL, consultations=(Consultation("Parks", ("park plan",)),))
    assert known_by_phrase(undated)["park plan"] == "Parks"


def test_a_view_on_a_consultation_says_which_one() -> None:
    text = "I object to the cut in library hours, the proposal should be dropped"
    said = MentionReader(COUNCIL).read(Heard("", "", text)).signals["consultation"]
    assert said.value is not False
    assert "Library hours, open from 1 Nov 2026 to 30 Nov 2026" in said.because


def test_a_known_false_claim_brings_its_answer_link_owner_and_review() -> None:
    text = "They are going to charge for the tip from March, share before it is too late"
    said = MentionReader(COUNCIL).read(Heard("", "", text)).signals["known_false_claim"]
    assert said.value is True
    for part in ("It is free for residents.", TIP.link, "kept by Waste", "31 Jan 2027"):
        assert part in said.because
