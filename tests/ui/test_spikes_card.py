"""One spike in words and bars: what stands there, for eyes and for a screen reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from listener.spike import Understood
from tests.ui.brackenford import NOW
from tests.ui.spiketown import DIGEST, bars, card, spike
from ui.spikes import words as said
from ui.spikes.bars import Bars
from ui.spikes.card import CardView, SaidView
from ui.spikes.forms import ReasonForm, SilenceForm
from ui.spikes.list import SpikeList
from ui.spikes.passing import Passing


def test_a_spike_is_said_in_one_breath() -> None:
    told = said.sentence(spike(began=NOW), NOW)
    assert told.startswith("14 posts from at least 11 people since ")
    assert told.endswith("A usual Tuesday has 1 to 3 by now. 11 complaints, 3 questions.")


def test_a_count_that_is_short_says_so_and_one_person_is_no_people() -> None:
    told = said.sentence(spike(short=True, people=1, at_least=False, mix={"report": 1}), NOW)
    assert "from 1 person since" in told
    assert "1 report of a problem." in told
    assert "there are more" in told


def test_what_has_ended_says_from_when_to_when() -> None:
    over = spike(status="ended", ended=NOW, began=NOW - timedelta(hours=3))
    assert " from " in said.count_words(over, NOW)
    assert said.state(over).text == "✓ ended"


@pytest.mark.parametrize(
    ("status", "word"),
    [("open", "rising"), ("acknowledged", "with a service"), ("past", "found afterwards")],
)
def test_every_state_has_a_word_and_a_shape(status: str, word: str) -> None:
    sign = said.state(spike(status=status))
    assert sign.word == word
    assert sign.shape


def test_many_sources_are_summed_up() -> None:
    pairs = [(f"Source {n}", 20 - n) for n in range(8)]
    assert said.named(pairs).endswith("Source 4 16 and 3 more")


def test_the_card_shows_figures_only_when_asked_how(qtbot: QtBot) -> None:
    view = CardView()
    qtbot.addWidget(view)
    view.show_card(card(), NOW)
    view.show()
    assert view.figures.isHidden()
    view.how.click()
    assert view.figures.isVisible()
    view.show_card(card(), NOW)
    assert view.figures.isVisible()  # it stays as the officer left it
    assert "one lane, nobody working" in view.stands_out.text()
    assert "Mastodon 5" in view.where.text()
    assert view.beside.text() == "Beside these, and not counted: 2 news."


def test_the_bars_are_drawn_and_told(qtbot: QtBot) -> None:
    shown = Bars()
    qtbot.addWidget(shown)
    shown.resize(600, 160)
    shown.show_bars(bars(), "usual range for a Tuesday", NOW)
    picture = shown.grab().toImage()
    assert len({picture.pixel(x, 120) for x in range(0, picture.width(), 3)}) > 2
    assert "usual is up to 2 an hour" in shown.accessibleDescription()
    shown.show_bars((), "", NOW)
    assert shown.accessibleDescription() == "No hours to show."


def test_an_ask_opens_its_posts_and_all_open_all(qtbot: QtBot) -> None:
    view = SaidView()
    qtbot.addWidget(view)
    view.show_card(card(), NOW)
    opened: list[object] = []
    view.opened.connect(opened.append)
    by_text = {b.text(): b for b in view.findChildren(type(CardView().how))}
    by_text["signs with an end date (5 people)"].click()
    by_text["Open all its posts (3)"].click()
    assert opened == [(1, 2), (1, 2, 3)]


def test_what_may_not_be_quoted_is_not(qtbot: QtBot) -> None:
    view = SaidView()
    qtbot.addWidget(view)
    view.show_card(replace(card(), understood=Understood()), NOW)
    texts = [w.property("text") for w in view.findChildren(type(CardView().sentence))]
    assert any("may be quoted" in str(t) for t in texts)


def test_the_list_keeps_its_place_by_the_spike(qtbot: QtBot) -> None:
    shown = SpikeList()
    qtbot.addWidget(shown)
    shown.show_spikes([spike(1), spike(2, title="Bins")], NOW)
    shown.step(1)
    shown.show_spikes([spike(3, title="Snow"), spike(1), spike(2, title="Bins")], NOW)
    current = shown.current()
    assert current is not None
    assert current.title == "Bins"
    shown.step(5)
    assert shown.currentRow() == 2


def test_without_a_digest_nothing_is_forwarded(qtbot: QtBot) -> None:
    shown = Passing()
    qtbot.addWidget(shown)
    shown.show_spike(spike())
    shown.show_digest(DIGEST, "To Highways duty desk")
    assert shown.button("forward").isEnabled()
    shown.show_digest(None, "", "Nothing is new since the last digest.")
    assert not shown.button("forward").isEnabled()
    assert shown.subject.text() == "Nothing is new since the last digest."


def test_a_silence_wants_a_reason_and_has_an_end(qtbot: QtBot) -> None:
    form = SilenceForm("Roadworks", NOW)
    qtbot.addWidget(form)
    form.show_preview(0)
    assert form.missing()
    form.why.setText("the works are known")
    assert not form.missing()
    assert form.until() == NOW + timedelta(days=7)
    assert ReasonForm("Roadworks").windowTitle() == "Not a spike"
