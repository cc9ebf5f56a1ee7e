"""The page of spikes, worked by keyboard: looking, forwarding, seeing to, silencing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from listener import commands as c
from listener.events import SpikeRaised
from listener.spike import Drop, Silenced, SpikeKey
from tests.ui import spiketown
from tests.ui.brackenford import NOW
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_everyone import nameless
from ui.areas.second import SecondForm
from ui.shell import Window
from ui.spikes.forms import ReasonForm, SilenceForm
from ui.spikes.posts import PostsDialog
from ui.spikes.silences import SilencesDialog
from ui.theme import Look, Theme


@pytest.fixture
def town(desk: FakeDesk) -> FakeDesk:
    """A desk with one open spike, one with a service, and one found afterwards."""
    for key, status in ((1, "open"), (2, "acknowledged"), (3, "past")):
        found = replace(spiketown.card(), spike=spiketown.spike(key, status=status))
        desk.kept.cards[SpikeKey(key)] = found
    desk.kept.preview = spiketown.DIGEST
    return desk


def opened(qtbot: QtBot, desk: FakeDesk, show: Shown) -> Window:
    window = show(desk)
    window.open("spikes")
    settle(qtbot, window)
    window.pages.spikes.doing.open_file = lambda _: None
    return window


def last(desk: FakeDesk, kind: type) -> object:
    return [k for k in desk.asked if isinstance(k, kind)][-1]


def test_the_rail_counts_open_spikes_and_opens_the_page(
    qtbot: QtBot, town: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, town, show)
    assert window.rail.button("spikes").accessibleName() == "Spikes, 1"
    page = window.pages.spikes
    assert page.list.hasFocus()
    assert page.view.title.text() == "Roadworks and closures · Wolverton Road"
    assert page.passing.subject.text() == spiketown.DIGEST.subject
    assert not nameless(page)


def test_one_key_forwards_the_digest_and_the_spike_is_with_its_service(
    qtbot: QtBot, town: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, town, show)
    files: list[str] = []
    window.pages.spikes.doing.open_file = files.append
    qtbot.keyClick(window.pages.spikes.list, Qt.Key.Key_F)
    settle(qtbot, window)
    assert isinstance(last(town, c.BuildDigest), c.BuildDigest)
    assert isinstance(last(town, c.SendDigest), c.SendDigest)
    assert files == ["/tmp/digest.eml"]
    assert "not known sent" in window.pages.spikes.passing.bar.said()
    assert town.kept.cards[SpikeKey(1)].spike.status == "acknowledged"


def test_a_sensitive_spike_is_forwarded_once_somebody_else_has_read_it(
    qtbot: QtBot, town: FakeDesk, show: Shown
) -> None:
    town.kept.preview = replace(spiketown.DIGEST, twice="somebody's safety may be at stake")
    window = opened(qtbot, town, show)
    qtbot.keyClick(window.pages.spikes.list, Qt.Key.Key_F)
    settle(qtbot, window)
    assert not [k for k in town.asked if isinstance(k, c.BuildDigest | c.SendDigest)]
    form = next(iter(window.findChildren(SecondForm)))
    form.reader.setEditText("Bo")
    form.accept()
    settle(qtbot, window)
    sent = last(town, c.SendDigest)
    assert isinstance(sent, c.SendDigest)
    assert sent.second == "Bo"


def test_a_topic_that_fell_silent_is_told_of_beside_the_spikes_and_without_any(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    page = window.pages.spikes
    assert page.silent.isHidden()
    since = datetime.now(UTC) - timedelta(days=5, hours=3)
    desk.kept.drops = tuple(
        Drop(title, title, "", since, rate)
        for title, rate in (("Missed collections", 3.2), ("Potholes", 1.1))
    )
    page.reload()
    settle(qtbot, window)
    assert page.silent.text() == (
        "Strangely silent: Missed collections, usually 3 a day, none for 5 days; "
        "Potholes, usually 1 a day, none for 5 days."
    )
    assert page.silent.isVisible()


def test_with_nothing_new_nothing_is_forwarded_and_it_says_so(
    qtbot: QtBot, town: FakeDesk, show: Shown
) -> None:
    town.kept.preview = None
    window = opened(qtbot, town, show)
    qtbot.keyClick(window.pages.spikes.list, Qt.Key.Key_F)
    assert "nothing to forward" in window.pages.spikes.passing.bar.said()
    assert not [k for k in town.asked if isinstance(k, c.SendDigest)]


def test_d_says_that_somebody_looks_after_it(qtbot: QtBot, town: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, town, show)
    qtbot.keyClick(window.pages.spikes.list, Qt.Key.Key_D)
    settle(qtbot, window)
    assert town.kept.cards[SpikeKey(1)].spike.status == "acknowledged"
    assert not [k for k in town.asked if isinstance(k, c.Decide)]  # no mention was decided


def test_a_silence_and_no_spike_want_a_reason(qtbot: QtBot, town: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, town, show)
    qtbot.keyClick(window.pages.spikes.list, Qt.Key.Key_Z)
    form = next(iter(window.findChildren(SilenceForm)))
    settle(qtbot, window)
    form.why.setText("the works are known")
    form.accept()
    silenced = last(town, c.SilenceTopic)
    assert isinstance(silenced, c.SilenceTopic)
    assert (silenced.category, silenced.place) == ("Roadworks and closures", "Wolverton Road")
    window.pages.spikes.doing.verbs["not_a_spike"]()
    reason = next(iter(window.findChildren(ReasonForm)))
    reason.accept()
    assert reason.isVisible()  # without a reason it stays
    reason.why.setText("one loud thread")
    reason.accept()
    assert isinstance(last(town, c.NotASpike), c.NotASpike)


def test_its_posts_open_in_the_list_and_those_of_an_ask_by_themselves(
    qtbot: QtBot, town: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, town, show)
    window.pages.spikes.said.opened.emit((1, 2))
    dialog = next(iter(window.findChildren(PostsDialog)))
    assert dialog.list.count() == 2
    dialog.reject()
    qtbot.keyClick(window.pages.spikes.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.head.search.text() == "spike:S1"
    assert window.list.search == "spike:S1"


def test_where_nothing_is_open_the_page_shows_what_there_is(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    page = window.pages.spikes
    assert page.face.said().startswith("No spike is open")
    found = replace(spiketown.card(), spike=spiketown.spike(3, status="past"))
    desk.kept.cards[SpikeKey(3)] = found
    page.reload()
    settle(qtbot, window)
    assert page._state == "past"
    assert page.view.state.text() == "◷ found afterwards"


def test_what_cannot_be_read_is_said_and_tried_again(
    qtbot: QtBot, town: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, town, show)
    town.kept.broken = "The disk is full."
    page = window.pages.spikes
    page.reload()
    settle(qtbot, window)
    assert "The disk is full." in page.face.said()
    town.kept.broken = ""
    page.face.button().click()
    settle(qtbot, window)
    assert page.current() is not None


def test_a_silence_is_listed_and_ended(qtbot: QtBot, town: FakeDesk, show: Shown) -> None:
    town.kept.silences = (
        Silenced(4, "Roadworks", "Roadworks", "", NOW, "Officer", "known", NOW, ()),
    )
    window = opened(qtbot, town, show)
    window.pages.spikes.doing.silences()
    settle(qtbot, window)
    dialog = next(iter(window.findChildren(SilencesDialog)))
    assert "Roadworks, until" in dialog.list.item(0).text()
    dialog.ending.click()
    ended = last(town, c.EndSilence)
    assert isinstance(ended, c.EndSilence)
    assert ended.key == 4


def test_a_new_spike_is_told_at_the_clock_without_words(
    qtbot: QtBot, town: FakeDesk, show: Shown
) -> None:
    window = show(town)
    told: list[int] = []
    window.among.tray.spikes = told.append  # type: ignore[method-assign]
    town.tell(SpikeRaised(1, "Roadworks and closures · Wolverton Road", quiet=False))
    town.tell(SpikeRaised(2, "Snow", quiet=True))
    settle(qtbot, window)
    assert told == [1]


def test_large_text_gets_one_column_that_scrolls_and_no_verb_lies_over_another(
    qtbot: QtBot, town: FakeDesk, show: Shown, theme: Theme
) -> None:
    window = opened(qtbot, town, show)
    page = window.pages.spikes
    window.resize(1000, 700)
    theme.wear(Look("light", 200))
    settle(qtbot, window)
    body = page._columns.widget()
    qtbot.waitUntil(lambda: body.height() > page._columns.viewport().height())
    assert body.width() == page._columns.viewport().width()  # nothing is cut off at the side
    assert page.list.hasFocus()
    verbs = [b for b in page.passing.findChildren(QAbstractButton) if b.isVisible()]
    assert len(verbs) == 5

    def apart() -> bool:
        places = [QRect(b.mapTo(body, b.rect().topLeft()), b.size()) for b in verbs]
        return all(body.rect().contains(at) for at in places) and not any(
            a.intersects(b) for n, a in enumerate(places) for b in places[:n]
        )

    qtbot.waitUntil(apart)
    theme.wear(Look("light", 100))
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: 0 < page.passing.width() < page.list.width())  # beside, as before


@pytest.mark.parametrize("size", [100, 200])
def test_the_list_shows_whole_rows(
    qtbot: QtBot, town: FakeDesk, show: Shown, theme: Theme, size: int
) -> None:
    for key in (4, 5, 6, 7):
        town.kept.cards[SpikeKey(key)] = replace(
            spiketown.card(), spike=spiketown.spike(key, title="Missed collections " * key)
        )
    window = opened(qtbot, town, show)
    theme.wear(Look("light", size))
    settle(qtbot, window)
    shown = window.pages.spikes.list
    edges = [shown.visualItemRect(shown.item(at)).bottom() + 1 for at in range(shown.count())]
    qtbot.waitUntil(lambda: shown.viewport().height() == edges[3] or shown.count() < 4)


def test_a_screen_reader_reads_what_the_service_will_get(
    qtbot: QtBot, town: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, town, show)
    told = QAccessible.queryAccessibleInterface(window.pages.spikes.passing.text)
    assert told.text(QAccessible.Text.Name) == "What the service will get"
    assert "nobody working" in told.text(QAccessible.Text.Description)
