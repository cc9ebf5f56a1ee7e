"""Handles removed; names masked where found."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from listener.councilfile import shipped_council
from listener.forward.checking import checked
from listener.forward.masked import shared
from listener.understanding.masking import doubtful, known_of, masked
from tests.listener.digests.saying import post

COUNCIL = shipped_council()
KNOWN = known_of(COUNCIL, ["quarryman_67"])
HANDLE = re.compile(r"[@＠]\w")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Thanks @tolly_gate@toots.example, still stuck", "Thanks, still stuck"),
        ("RT @BrackenfordMBC: lights are out", "lights are out"),
        ("ask u/lane_ender or jo.bsky.social about it", "ask or about it"),
        ("write to jo.bloggs@mail.example today", "write to [address] today"),
        ("ring me on 07700 900123 please", "ring me on [number] please"),
        ("car AB12 CDE blocks it", "car [number] blocks it"),
        ("we live at 14 Mill Street, B66 1AB", "we live at [number] Mill Street, B66"),
        ("see https://x.example/@jo/1 for more", "see for more"),
        ("Sarah Jenkins said so", "[name] said so"),
        ("I told Sarah, she laughed", "I told [name], she laughed"),
        ("Cllr Thistlewick promised", "Cllr [name] promised"),
        ("Cllr Nobody promised", "[name] promised"),
        ("Mr Bloggs at the depot", "[name] at the depot"),
        ("cheers quarryman_67", "cheers [name]"),
        ("Victoria Park Tipley is a mess", "Victoria Park Tipley is a mess"),
        ("Park Lane and St Oswald's are solid", "Park Lane and St Oswald's are solid"),
        ("Will anybody come? May I ask", "Will anybody come? May I ask"),
        ("on hold for &gt;1 hour", "on hold for >1 hour"),
    ],
)
def test_what_identifies_somebody_goes(said: str, shown: str) -> None:
    assert masked(said, KNOWN) == shown


def test_a_name_in_small_letters_is_doubted() -> None:
    assert doubtful("ask dave smith at the depot", KNOWN)
    assert doubtful("cllr whatsit again", KNOWN)
    assert not doubtful("will they come back on mill street", KNOWN)


@given(st.text(), st.text(), st.from_regex(r"[@＠][A-Za-z_]\w{0,14}", fullmatch=True))
def test_no_handle_is_left_wherever_it_stands(before: str, after: str, handle: str) -> None:
    assert not HANDLE.search(masked(f"{before}{handle}{after}", KNOWN))


@given(
    st.text(alphabet=st.characters(blacklist_categories=["L", "N", "M", "Cf", "Pc", "Cs"])),
    st.sampled_from([m.name for m in COUNCIL.members] + ["quarryman_67", "Thistlewick"]),
    st.sampled_from([" is to blame", ", again", "'s fault", "!", ""]),
)
def test_no_known_name_is_left(before: str, name: str, after: str) -> None:
    assume("&" not in before)
    assert name.casefold() not in masked(f"{before} {name}{after}", KNOWN).casefold()


@pytest.mark.parametrize(
    "file", ["twcs_sample_threads.tsv", "airline_2015_complaints.tsv",
             "crisislexT6_2012_Sandy_Hurricane.tsv"],
)  # fmt: skip
def test_no_handle_is_left_in_what_real_people_wrote(shared_: Path, file: str) -> None:
    path = shared_ / "data" / "texts" / file
    with path.open(encoding="utf-8", errors="replace", newline="") as rows:
        texts = [max(r, key=len) for r in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)]
    shown = shared([post(t) for t in texts[:3000]], KNOWN)
    assert len(shown) > 1000
    assert not [s.text for s in shown if HANDLE.search(s.text)]


@pytest.fixture(name="shared_")
def _shared(shared: Path) -> Path:
    return shared


def test_what_an_officer_types_is_looked_over() -> None:
    found = checked("Lights, says @jo_b", "Ring Jane Bloggs on 01632 960106.\nThanks @jo_b", KNOWN)
    assert "@" not in found.subject + found.plain
    assert any("@jo_b" in w for w in found.warnings)
    assert any("Jane Bloggs" in w for w in found.warnings)
    assert any("01632 960106" in w for w in found.warnings)
    assert any("no longer says" in w for w in found.warnings)


def test_a_mail_address_of_a_desk_may_stay_and_is_warned_of() -> None:
    found = checked("Lights", "Write to comms@brackenford.example", KNOWN)
    assert "comms@brackenford.example" in found.plain
    assert any("comms@brackenford.example" in w for w in found.warnings)
