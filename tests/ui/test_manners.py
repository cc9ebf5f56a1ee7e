"""The window among others: tray, second start, what is dropped, what is printed, adding quickly."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMessageBox, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from listener.commands import AddMention, Change, ImportFile, ImportSources
from listener.events import MentionsArrived
from listener.mention import ImportReport, RowResult
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from ui.__main__ import Asked, window_asked
from ui.addmention.dialog import AddDialog
from ui.addmention.guess import Guess, guessed
from ui.manners import printing
from ui.manners.dropping import Dropped, apart, read
from ui.manners.knock import FOLDER, FrontDoor, knock
from ui.manners.tray import badged, notice
from ui.shell import Window
from ui.theme import Theme
from ui.window import begin

GROUP = "https://www.facebook.com/groups/tipleymums/posts/1"


class FakeIcon(QSystemTrayIcon):
    """An icon that is never shown: Qt warns of its own where there is no desktop to show it on."""

    def show(self) -> None:
        pass


@pytest.fixture
def at_the_clock(qtbot: QtBot, theme: Theme, desk: FakeDesk) -> Window:
    """A window on a desktop that has a tray."""
    window = Window(desk, theme, FakeIcon())
    qtbot.addWidget(window, before_close_func=lambda w: w.close_now())
    window.show()
    qtbot.waitUntil(lambda: window.glance is not None)
    settle(qtbot, window)
    return window


def told_by(window: Window) -> list[str]:
    """What the tray tells from now on."""
    told: list[str] = []
    window.among.tray.say = lambda _, text: told.append(text)
    return told


# Tray and closing


def test_the_tray_says_how_many_wait(at_the_clock: Window) -> None:
    icon = at_the_clock.among.tray.icon
    assert icon is not None
    assert icon.toolTip() == f"Council Listener: {at_the_clock.glance.to_do} mentions to look at"


def test_the_badge_can_be_hidden(at_the_clock: Window) -> None:
    tray = at_the_clock.among.tray
    plain = badged(0).pixmap(64).toImage()
    tray.show_count(7, True)
    assert tray.icon.icon().pixmap(64).toImage() != plain
    tray.show_count(7, False)
    assert tray.icon.icon().pixmap(64).toImage() == plain
    tray.show_count(200, True)
    assert "200" in tray.icon.toolTip()


def test_dangers_are_told_once_without_words_names_or_places(
    qtbot: QtBot, at_the_clock: Window, desk: FakeDesk
) -> None:
    told = told_by(at_the_clock)
    for source in ("Tipley Gazette", "Mill Street forum"):
        desk.tell(MentionsArrived(source, 3, 1, quiet=False))
    qtbot.waitUntil(lambda: bool(told), timeout=4000)
    assert told == ["2 possible dangers to look at."] == [notice(2)]


def test_a_first_fetch_and_mentions_without_danger_tell_nothing(
    qtbot: QtBot, at_the_clock: Window, desk: FakeDesk
) -> None:
    desk.tell(MentionsArrived("Tipley Gazette", 30, 4, quiet=True))
    desk.tell(MentionsArrived("Tipley Gazette", 30, 0, quiet=False))
    settle(qtbot, at_the_clock)
    assert not at_the_clock.among.tray._gathering.isActive()


def test_notices_can_be_switched_off(qtbot: QtBot, at_the_clock: Window, desk: FakeDesk) -> None:
    desk.ask(Change("notify_urgent", False))
    at_the_clock.telling.look_again()
    settle(qtbot, at_the_clock)
    desk.tell(MentionsArrived("Tipley Gazette", 3, 1, quiet=False))
    settle(qtbot, at_the_clock)
    assert not at_the_clock.among.tray._gathering.isActive()


def test_clicking_the_notice_opens_the_danger_heard_last(
    qtbot: QtBot, at_the_clock: Window, desk: FakeDesk
) -> None:
    urgent = [r for r in desk.kept.rows.values() if r.view == "urgent"]
    newest = max(urgent, key=lambda r: r.heard)
    at_the_clock.hide()
    at_the_clock.among.tray.danger.emit()
    qtbot.waitUntil(lambda: at_the_clock.list.current() is not None)
    settle(qtbot, at_the_clock)
    assert at_the_clock.isVisible()
    assert at_the_clock.list.view == "urgent"
    assert at_the_clock.list.current().key == newest.key


def test_closing_asks_once_whether_to_go_on_listening(
    qtbot: QtBot, at_the_clock: Window, desk: FakeDesk
) -> None:
    at_the_clock.close()
    box = at_the_clock.closing.box
    assert "Go on listening" in box.text()
    box.defaultButton().click()
    assert not at_the_clock.isVisible()
    assert desk.kept.readers_open == 1  # it goes on
    assert Change("close_to_tray", "yes") in desk.asked
    at_the_clock.show()
    at_the_clock.close()
    assert at_the_clock.closing.box is None
    assert not at_the_clock.isVisible()


def test_quit_quits_although_there_is_a_tray(at_the_clock: Window, desk: FakeDesk) -> None:
    at_the_clock.closing.to_tray = "yes"
    at_the_clock.among.tray.asked.emit("quit")
    box = at_the_clock.closing.box
    assert "Listening stops" in box.text()
    box.defaultButton().click()
    assert not at_the_clock.isVisible()
    assert desk.kept.readers_open == 0


def test_a_start_at_log_in_stays_at_the_clock(
    qtbot: QtBot, theme: Theme, desk: FakeDesk, at_the_clock: Window, show: Shown
) -> None:
    at_the_clock.hide()
    begin(at_the_clock, hidden=True)
    assert not at_the_clock.isVisible()
    trayless = show(FakeDesk(desk.profile, 3))
    trayless.hide()
    begin(trayless, hidden=True)
    assert trayless.isMinimized()


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ([], Asked()),
        (["--hidden"], Asked("", True)),
        (["--profile", "p"], Asked("p")),
        (["--hidden", "--profile=p"], Asked("p", True)),
        (["poll"], None),
    ],
)
def test_what_window_is_asked_for(given: list[str], asked: Asked | None) -> None:
    assert window_asked(given) == asked


# A second start


def test_a_second_start_brings_the_first_window_to_the_front(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.hide()
    (desk.profile / FOLDER / "4711").touch()
    qtbot.waitUntil(window.isVisible)
    assert list((desk.profile / FOLDER).iterdir()) == []


def test_who_knocks_where_nobody_is_is_told_so(tmp_path: Path, qapp: QApplication) -> None:
    assert not knock(tmp_path, wait=0.1)
    FrontDoor(tmp_path, qapp).deleteLater()
    assert not knock(tmp_path, wait=0.0)
    assert list((tmp_path / FOLDER).iterdir()) == []


# Dropping


def carried(text: str = "", *paths: Path) -> QMimeData:
    """What a drag carries."""
    data = QMimeData()
    if paths:
        data.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    elif text:
        data.setText(text)
    return data


def drop(window: Window, data: QMimeData) -> None:
    """Drops it on the window."""
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(
        QPointF(QPoint(40, 40)), action, data, button, Qt.KeyboardModifier.NoModifier
    )
    # Past the application, which gives a drop to nobody where no drag led up to it.
    assert window.among._dropping.eventFilter(window, event)


@pytest.mark.parametrize(
    ("copied", "text", "link"),
    [
        ("bins missed again", "bins missed again", ""),
        (GROUP, "", GROUP),
        (f"bins missed again\n{GROUP}\n", "bins missed again", GROUP),
        (f"bins missed again {GROUP}", "bins missed again", GROUP),
        ("javascript:alert(1)", "javascript:alert(1)", ""),
        ("", "", ""),
    ],
)
def test_a_link_is_told_from_the_words_around_it(copied: str, text: str, link: str) -> None:
    assert apart(copied) == (text, link)


def test_a_dropped_link_opens_the_dialog_with_it(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    drop(window, carried(f"third week without bins {GROUP}"))
    dialog = window.findChild(AddDialog)
    assert dialog.text.toPlainText() == "third week without bins"
    assert dialog.link.text() == GROUP
    assert dialog.channel.currentData() == "facebook_group"
    dialog.reject()


def test_dropped_files_are_brought_in_and_lists_of_sources_too(
    qtbot: QtBot, desk: FakeDesk, show: Shown, tmp_path: Path
) -> None:
    window = show(desk)
    mail, feeds, other = tmp_path / "a.eml", tmp_path / "b.opml", tmp_path / "c.docx"
    drop(window, carried("", mail, feeds))
    assert ImportFile(mail) in desk.asked
    assert ImportSources(feeds) in desk.asked
    drop(window, carried("", other))
    assert window.pane.bar.undo.said().startswith("c.docx cannot be taken.")


def test_what_a_dropped_file_brought_is_said() -> None:
    from ui.manners.among import _brought

    rows = (RowResult(2, "new", ""), RowResult(3, "fault", "no text"))
    report = ImportReport("a", 1, 0, rows, (), ())
    assert _brought("a.csv", report) == "a.csv: 1 new, 0 known already; 1 row could not be read."


def test_a_dropped_picture_is_shown_to_be_put_into_words(
    qtbot: QtBot, desk: FakeDesk, show: Shown, tmp_path: Path
) -> None:
    window = show(desk)
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.blue)
    picture.save(str(tmp_path / "seen.png"))
    drop(window, carried("", tmp_path / "seen.png"))
    dialog = window.findChild(AddDialog)
    assert dialog._picture.isVisibleTo(dialog)
    assert "not kept" in dialog.text.placeholderText()
    assert dialog.missing().startswith("Please paste or type")
    dialog.reject()


def test_a_picture_file_that_is_none_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "bad.png").write_bytes(b"no picture")
    found = read(carried("", tmp_path / "bad.png"))
    assert found == Dropped()
    assert read(None) == Dropped()


# Adding in ten seconds


@pytest.mark.parametrize(
    ("link", "guess"),
    [
        (GROUP, Guess("facebook_group")),
        ("https://www.facebook.com/council/posts/2", Guess("page_comment")),
        ("https://nextdoor.co.uk/p/1", Guess("nextdoor", False)),
        ("https://bsky.app/profile/a/post/b", Guess("bluesky", True)),
        ("https://social.example/@tipley/113", Guess("mastodon", True)),
        ("https://notfacebook.com/groups/1", Guess()),
        ("no link", Guess()),
    ],
)
def test_a_link_tells_where_it_was_said(link: str, guess: Guess) -> None:
    assert guessed(link) == guess


def test_a_key_a_paste_and_done(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    QGuiApplication.clipboard().setText("gritters never came https://bsky.app/profile/a/post/b")
    qtbot.keyClick(window.list.table, "a")
    dialog = window.findChild(AddDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.text, "v", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [added] = [c for c in desk.asked if isinstance(c, AddMention)]
    assert added.heard.text == "gritters never came"
    assert added.heard.url == "https://bsky.app/profile/a/post/b"
    assert added.heard.channel == "bluesky"
    assert added.heard.public


def test_the_clipboard_is_looked_at_only_while_the_dialog_is_open(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    dialog = AddDialog(window)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    QGuiApplication.clipboard().setText("copied meanwhile")
    assert "copied meanwhile" in dialog.copied.text()
    qtbot.keyClick(
        dialog, "v", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert dialog.text.toPlainText() == "copied meanwhile"
    assert not dialog.copied.isVisibleTo(dialog)
    dialog.reject()
    said = dialog.copied.text()
    QGuiApplication.clipboard().setText("copied afterwards")
    assert dialog.copied.text() == said


def test_what_a_person_chose_is_not_guessed_over(desk: FakeDesk, show: Shown) -> None:
    dialog = AddDialog(show(desk))
    dialog.private.setChecked(True)
    dialog.link.setText("https://x.com/a/status/1")
    assert dialog.private.isChecked()
    assert "own words" in dialog.missing()
    dialog.deleteLater()


# Print


def test_the_printed_page_names_no_author_and_escapes_what_others_wrote(desk: FakeDesk) -> None:
    row = next(iter(desk.kept.rows.values()))
    detail = desk.reader().detail(row.key)
    heard = replace(detail.heard, author="Somebody Named", text="<script>alert(1)</script> bins")
    page = printing.page_of(replace(detail, heard=heard), datetime.now(UTC))
    assert "Somebody Named" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; bins" in page
    assert "Suggested: " in page


def test_a_mention_is_kept_as_a_pdf_or_the_reason_is_said(
    qtbot: QtBot, desk: FakeDesk, show: Shown, tmp_path: Path
) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    window.among.write_pdf(tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    window.among.write_pdf(tmp_path / "nowhere" / "a.pdf")
    assert "cannot be written" in window.pane.bar.undo.said()


def test_ctrl_p_asks_whether_on_paper_or_as_a_pdf(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    qtbot.keyClick(window.list.table, "p", Qt.KeyboardModifier.ControlModifier)
    box = window.findChild(QMessageBox)
    assert "author’s name is left out" in box.informativeText()
    box.reject()
