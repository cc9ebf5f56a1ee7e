"""The page of digests: what is due is read, edited, sent or opened; what became of it is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from listener import commands as c
from listener.events import DigestsChanged
from listener.settings import changed
from rules.telling import Told
from tests.ui.brackenford import NOW
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.fakedigests import DUE, answer, digest, mail
from ui import words
from ui.areas.second import SecondForm
from ui.digests import paper
from ui.digests.entries import due_words, entries
from ui.digests.forms import EditForm, ElsewhereForm
from ui.digests.page import DigestsPage
from ui.parts.buttons import KeyButton
from ui.parts.lines import Lines
from ui.shell import Window

WHEN = words.when(NOW, NOW)


def opened(qtbot: QtBot, desk: FakeDesk, show: Shown) -> tuple[Window, DigestsPage]:
    window = show(desk)
    window.open("digests")
    settle(qtbot, window)
    page = window.pages.digests
    page.doing.open_file = lambda path: True
    return window, page


def lines(page: DigestsPage) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def texts(of: Lines) -> list[str]:
    return [shown.text() for shown in of.findChildren(QLabel)]


def form(kind: type[QDialog]) -> QDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def shown(page: DigestsPage) -> list[str]:
    return [name for name, button in page.pane.buttons.items() if not button.isHidden()]


def test_nothing_to_tell_is_said(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    _, page = opened(qtbot, desk, show)
    assert page.face.said().startswith("Nothing is to be told to any service.")


def test_a_fault_is_said_and_tried_again(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    desk.kept.told_to.broken = "The database is locked."
    window, page = opened(qtbot, desk, show)
    assert "The digests could not be read. The database is locked." in page.face.said()
    desk.kept.told_to.broken = ""
    page.face.button().click()
    settle(qtbot, window)
    assert page.face.said().startswith("Nothing is to be told")


def test_they_stand_by_what_is_to_be_done(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    desk.kept.told_to.due = (DUE,)
    desk.kept.told_to.digests = (digest(1), digest(2, state="opened"), digest(3, state="sent"))
    desk.kept.told_to.mails = (mail(1, 2), mail(2, None, purpose="line", state="failed"))
    window, page = opened(qtbot, desk, show)
    assert lines(page) == [
        "DUE NOW",
        "● Waste · not written yet\nits digest of 09:00 is due",
        "WRITTEN, NOT DUE",
        "✎ Highways · draft\nRoadworks on Wolverton Road: 14 posts",
        "ON THEIR WAY",
        "◇ Highways · opened as a draft, not known sent\nRoadworks on Wolverton Road: 14 posts",
        "! desk@highways.example · not sent\nRoadworks [CL-TOK0001]",
        "WENT",
        "✓ Highways · went\nRoadworks on Wolverton Road: 14 posts",
    ]
    assert window.rail.button("digests").accessibleName() == "Digests, 1 due !"
    assert page._counted.text() == "1 due · 1 mail to look at"
    said = page.list.item(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"Highways. draft. Roadworks on Wolverton Road: 14 posts. {WHEN}"


def test_a_draft_is_read_and_opened_in_the_mail_program_by_keyboard(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.told_to.digests = (digest(),)
    window, page = opened(qtbot, desk, show)
    asked: list[str] = []
    page.doing.open_file = lambda path: not asked.append(path)  # type: ignore[func-returns-value]
    assert page.pane._to.text() == "To desk@highways.example: Highways duty desk is told."
    assert (
        "no reminder goes out by itself"
        in page.pane._why.findChildren(type(page.pane._to))[0].text()
    )
    assert page.pane._attached.text() == "Attached: 2 posts as a table."
    assert shown(page) == ["draft", "edit", "drop", "print"]
    qtbot.keyClick(page.list, "F")
    settle(qtbot, window)
    assert asked == ["/tmp/mail.eml"]
    assert desk.asked[-1] == c.SendDigest(1, "eml")  # type: ignore[arg-type]
    assert page.pane.bar.said() == "Opened as a draft"
    assert shown(page) == ["went", "open_again", "elsewhere", "stop", "print"]
    qtbot.keyClick(page.list, "D")
    settle(qtbot, window)
    assert page.pane._says.text() == "Officer says that it went."
    assert lines(page)[0] == "WENT"


def test_where_no_program_opens_it_the_path_is_said(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.told_to.digests = (digest(),)
    window, page = opened(qtbot, desk, show)
    page.doing.open_file = lambda path: False
    page.pane.buttons["draft"].click()
    settle(qtbot, window)
    assert "The draft lies in /tmp/mail.eml" in page.pane.bar.said()


def test_with_a_server_it_is_sent(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    desk.kept.settings = changed(desk.kept.settings, "mail_way", "smtp")
    desk.kept.told_to.digests = (digest(),)
    window, page = opened(qtbot, desk, show)
    assert shown(page)[:2] == ["send", "draft"]
    page.pane.buttons["send"].click()
    settle(qtbot, window)
    assert desk.asked[-1] == c.SendDigest(1, "smtp")  # type: ignore[arg-type]
    assert shown(page) == ["try", "stop", "print"]
    page.post_now.click()
    settle(qtbot, window)
    assert page.pane.bar.said() == "2 mails went."
    page.pane.buttons["stop"].click()
    settle(qtbot, window)
    assert page.pane._says.text() == "Not sent: Officer stopped it."
    assert shown(page) == ["went", "again", "elsewhere", "print"]


def test_what_is_sensitive_goes_once_somebody_else_has_read_it(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.told_to.digests = (digest(twice="the area is marked as sensitive"),)
    window, page = opened(qtbot, desk, show)
    qtbot.keyClick(page.list, "F")
    settle(qtbot, window)
    assert not [k for k in desk.asked if isinstance(k, c.SendDigest)]
    asks = form(SecondForm)
    assert isinstance(asks, SecondForm)
    said = [shown.text() for shown in asks.findChildren(QLabel)]
    assert any("No one key sends this: the area is marked as sensitive." in t for t in said)
    asks.accept()
    assert asks.isVisible()  # who?
    asks.reader.setEditText("Bo")
    asks.accept()
    settle(qtbot, window)
    assert desk.asked[-1] == c.SendDigest(1, "eml", second="Bo")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("state", "offered"),
    [("opened", ["went", "stop", "print"]), ("unknown", ["went", "stop", "print"]),
     ("sent", ["print"]), ("bounced", ["print"])],
)  # fmt: skip
def test_a_mail_whose_copy_was_erased_is_not_offered_to_be_sent_again(
    qtbot: QtBot, desk: FakeDesk, show: Shown, state: str, offered: list[str]
) -> None:
    desk.kept.told_to.digests = (digest(state="opened" if state == "opened" else "sent"),)
    desk.kept.told_to.mails = (mail(state=state, erased=True),)
    _, page = opened(qtbot, desk, show)
    assert shown(page) == offered


def test_what_is_not_known_is_settled_by_the_officer(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.told_to.digests = (digest(state="queued"),)
    desk.kept.told_to.mails = (
        mail(way="smtp", state="unknown", says="Not known whether it went."),
    )
    window, page = opened(qtbot, desk, show)
    assert shown(page) == ["went", "again", "print"]
    assert page.pane._says.property("look") == "fault"
    page.pane.buttons["again"].click()
    settle(qtbot, window)
    assert isinstance(desk.asked[-1], c.SendAgain)


def test_an_address_that_was_wrong_is_put_right(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    desk.kept.told_to.digests = (digest(state="sent"),)
    faults = (("gone@highways.example", "there is no such address"),)
    desk.kept.told_to.mails = (mail(state="sent", says="It went.", faults=faults),)
    window, page = opened(qtbot, desk, show)
    page.pane.buttons["elsewhere"].click()
    asked = form(ElsewhereForm)
    assert isinstance(asked, ElsewhereForm)
    assert asked.to.text() == "gone@highways.example"
    asked.to.setText(" ")
    asked.accept()
    assert asked.isVisible()
    asked.to.setText("new@highways.example")
    asked.accept()
    settle(qtbot, window)
    assert desk.asked[-1] == c.SendAgain(1, ("new@highways.example",))  # type: ignore[arg-type]


def test_a_draft_is_edited_and_a_name_in_it_is_pointed_out(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.told_to.digests = (digest(),)
    window, page = opened(qtbot, desk, show)
    qtbot.keyClick(page.list, "M")
    asked = form(EditForm)
    assert isinstance(asked, EditForm)
    asked.text.setPlainText("Ada Example says: one lane.")
    qtbot.keyClick(asked.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert page.pane.bar.said() == "Kept. Look again: “Ada Example” may be a person."
    assert page.pane.plain.text() == "Ada Example says: one lane."


def test_what_is_due_is_written_and_dropped(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    desk.kept.told_to.due = (DUE,)
    window, page = opened(qtbot, desk, show)
    assert shown(page) == ["write"]
    qtbot.keyClick(page.list, "F")
    settle(qtbot, window)
    assert page.pane.bar.said() == "Written for Waste: read it first."
    assert "✎ Waste · draft" in lines(page)[1]
    page.pane.buttons["drop"].click()
    settle(qtbot, window)
    assert desk.asked[-1] == c.DropDigest(1)  # type: ignore[arg-type]
    assert not page.pane.bar.button.isHidden()


def test_nobody_to_tell_is_said_with_whom_to_ring(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.told_to.digests = (digest(),)
    desk.kept.told_to.told = Told((), "0300 000 0000", "the desk has no address")
    _, page = opened(qtbot, desk, show)
    assert page.pane._to.text() == ("To nobody yet: the desk has no address. Ring 0300 000 0000.")


def test_the_html_loads_nothing_and_opens_nothing(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.told_to.digests = (digest(),)
    _, page = opened(qtbot, desk, show)
    browser = page.pane.browser
    image = QTextDocument.ResourceType.ImageResource
    assert browser.loadResource(image, QUrl("file:///etc/passwd")) is None
    assert not browser.openLinks()
    assert "signs with an end date (5)" in browser.toPlainText()
    page.pane.as_plain.click()
    assert page.pane.plain.isVisible()
    assert not browser.isVisible()


def test_its_text_grows_with_the_windows() -> None:
    assert paper.sized("a font-size:15px b", 28) == "a font-size:30px b"
    assert "too long" in paper.sized("x" * 500_000, 14)


def test_what_the_service_says_and_what_became_of_it_is_shown_as_text(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.told_to.digests = (digest(state="sent"),)
    desk.kept.told_to.mails = (mail(state="sent"),)
    desk.kept.told_to.responses = (answer(),)
    window, page = opened(qtbot, desk, show)
    assert texts(page.pane._answers) == [f"{WHEN} · We'll deal with it · Gang sent <b>out</b>."]
    assert texts(page.pane._log) == [
        f"{WHEN} · Made as a draft by Officer, to desk@highways.example."
    ]
    desk.kept.told_to.responses = ()
    desk.tell(DigestsChanged())
    settle(qtbot, window)
    assert page.pane._answers_head.isHidden()


def test_it_is_kept_as_a_pdf(qtbot: QtBot, desk: FakeDesk, show: Shown, tmp_path: Path) -> None:
    desk.kept.told_to.digests = (digest(),)
    _, page = opened(qtbot, desk, show)
    page.doing.press.write_pdf(digest(), "draft", tmp_path / "digest.pdf")
    assert (tmp_path / "digest.pdf").read_bytes().startswith(b"%PDF")
    page.doing.press.write_pdf(digest(), "draft", tmp_path / "no" / "digest.pdf")
    assert "cannot be written" in page.pane.bar.said()
    text = paper.document(digest(plain="<b>one</b> & two"), "draft").toPlainText()
    assert text == "To Highways · draft\nRoadworks on Wolverton Road: 14 posts\n<b>one</b> & two"


def test_the_place_is_kept_when_the_list_is_read_again(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.told_to.digests = (digest(1), digest(2, area="Waste"))
    window, page = opened(qtbot, desk, show)
    qtbot.keyClick(page.list, "J")
    settle(qtbot, window)
    assert page.pane._area.text() == "Waste"
    desk.kept.told_to.digests = (digest(3, area="Parks"), *desk.kept.told_to.digests)
    desk.tell(DigestsChanged())
    settle(qtbot, window)
    assert page.pane._area.text() == "Waste"
    page.go_to(digest(3).key)
    settle(qtbot, window)
    assert page.pane._area.text() == "Parks"


@pytest.mark.parametrize(
    ("many", "troubled", "said"),
    [(0, False, ""), (2, False, "2 due"), (2, True, "2 due !"), (0, True, "!")],
)
def test_the_rails_words(many: int, troubled: bool, said: str) -> None:
    assert due_words(many, troubled) == said


def test_a_reminder_does_not_hide_how_the_digest_went() -> None:
    reminder = replace(mail(2), purpose="reminder", state="queued")
    (entry,) = entries((), (digest(state="sent"),), (reminder, mail(1, state="sent")))
    assert entry.state == "sent"
    assert entry.part == "done"


def test_the_usual_verb_stands_first_for_the_eye_and_for_tab(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.told_to.digests = (digest(1, state="bounced"), digest(2, state="unknown"))
    window, page = opened(qtbot, desk, show)
    for key, usual, other in ((1, "again", "went"), (2, "went", "again")):
        page.list.go_to(("digest", key))
        settle(qtbot, window)
        first, second = page.pane.buttons[usual], page.pane.buttons[other]
        qtbot.waitUntil(lambda a=first, b=second: (a.y(), a.x()) < (b.y(), b.x()))  # type: ignore[misc]
        assert first.property("kind") == "primary"
        first.setFocus()
        qtbot.keyClick(first, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is not first
        assert isinstance(QApplication.focusWidget(), KeyButton)
