"""`make pictures`: opens the real window on the sample council and takes the guide's pictures.

A profile of its own in a temporary folder, the town served and heard by the app itself, one moment
for every clock: run again, it shows the same. Nothing is left behind but the pictures.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea

from docs import keytable
from docs.picturing import settle, take
from docs.still import LOOKED_AT, Still, clock, standing_still
from listener import sample
from listener.commands import (
    AddNote,
    BuildDigest,
    Change,
    CountNow,
    Decide,
    DecideAll,
    PassOn,
    Poll,
    SaveSearch,
    Star,
)
from listener.desk import Desk
from listener.mention import View
from listener.spike import SpikeKey
from ui.addmention.dialog import AddDialog
from ui.reply.dialog import ReplyDialog
from ui.shell import Window
from ui.theme import Look, Theme
from ui.words import TO_DO_VIEWS

FOLDER = Path(__file__).parent / "pictures"
SIZE = (1440, 900)
OFFICER = "Comms desk"
ASKED = "switch-on"  # what the reply is about


def main() -> int:
    """Takes them all. 1 where this computer has no letters to draw with."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    if not QFontDatabase.families():
        sys.stderr.write("There is no font to draw with: apt-get install fonts-dejavu-core\n")
        return 1
    app.setCursorFlashTime(0)  # a cursor that blinks is in one picture and not in the next
    FOLDER.mkdir(exist_ok=True)
    keytable.write()
    theme = Theme(app, Look("light", 100))
    with TemporaryDirectory(prefix="council-listener-") as folder, standing_still():
        desk = Desk.open(Path(folder) / "profile", workers=0, clock=clock, polling=False)
        try:
            _prepare(desk)
            window = Window(desk, theme)
            window.resize(*SIZE)
            window.show()
            try:
                _take_all(window, desk)
            finally:
                window.close_now()
                window.deleteLater()
                app.processEvents()
        finally:
            desk.close()
    return 0


def _prepare(desk: Desk) -> None:
    """A desk at nine in the morning: all heard, two searches saved, a little done already."""
    for name, value in (("first_run_done", True), ("theme", "light"), ("officer", OFFICER)):
        desk.ask(Change(name, value)).result()
    for source in sample.sources():  # one after the other: the order of a race is another each time
        desk.ask(Poll(everything=True, names=(source.name,))).result()
    desk.ask(CountNow()).result()
    desk.ask(SaveSearch("Missed bins", "service:missed is:open", OFFICER)).result()
    desk.ask(SaveSearch("Annoyed this week", "tone:annoyed after:7d", OFFICER)).result()
    reader = desk.reader()
    try:
        forward = [row.key for row in reader.rows(view="forward", limit=3).rows]
    finally:
        reader.close()
    desk.ask(Star((forward[1],), True, OFFICER)).result()
    desk.ask(AddNote((forward[0],), "Depot says: crew back on Wednesday.", OFFICER)).result()
    Still.at = LOOKED_AT


def _take_all(window: Window, desk: Desk) -> None:
    """Each picture: its name, and what is done before it."""
    scenes: tuple[tuple[str, Callable[[Window], None]], ...] = (
        ("queue", _list("forward")),
        ("queue-dark", lambda w: w.do("scheme")),
        ("urgent", _urgent),
        ("unsure", _list("unsure")),
        ("why", _why),
        ("reply", _reply),
        ("add", _add),
        ("search", lambda w: w.head.type("(bins OR recycling) -garden tone:annoyed is:open")),
        ("spikes", lambda w: _spike(w, desk)),
        ("digests", lambda w: _digest(w, desk)),
        ("areas", lambda w: w.open("areas")),
        ("sources", lambda w: w.open("sources")),
        ("settings-council", lambda w: _section(w, "Council")),
        ("settings-keys", lambda w: _section(w, "Keys")),
        ("first-run", lambda w: w.going.welcome()),
        ("keys", lambda w: w.do("sheet")),
        ("large-text", _large),
        ("end", lambda w: _all_read(w, desk)),
    )
    settle(window)
    for name, prepare in scenes:
        prepare(window)
        take(window, FOLDER / f"{name}.png")
        _close_dialogs(window)


def _list(view: View) -> Callable[[Window], None]:
    return lambda window: window.open(view)


def _urgent(window: Window) -> None:
    """A possible danger with its card, in light again."""
    window.do("scheme")
    window.open("urgent")


def _do(window: Window, verb: str) -> None:
    """Does what a key does; the key itself needs a system that hands the keyboard on."""
    settle(window)
    window.do(verb)
    settle(window)


def _close_dialogs(window: Window) -> None:
    for dialog in window.findChildren(QDialog):
        if isinstance(dialog, ReplyDialog):
            dialog.draft.set_words("")  # else it is kept, and the next pictures say so
        dialog.reject()
    settle(window)


def _why(window: Window) -> None:
    """The whole walk to the flowchart's open question, scrolled to where it ends."""
    why = window.pane.why
    why.fold.click()
    settle(window)
    for area in window.pane.findChildren(QScrollArea):
        if area.isAncestorOf(why):
            area.ensureWidgetVisible(why.asked)


def _reply(window: Window) -> None:
    """What is weighed before a reply, with a draft begun."""
    window.open("answer")
    settle(window)
    cards = (window.list.model.card(n) for n in range(window.list.model.rowCount()))
    asked = next(card.key for card in cards if card is not None and ASKED in card.sentence)
    window.list.table.go_to(asked)
    _do(window, "reply")
    dialog = window.findChild(ReplyDialog)
    assert isinstance(dialog, ReplyDialog)
    dialog.signed_in.setChecked(True)
    dialog.draft.set_words(
        "Thank you for asking. We are finding out, and will say here by noon what time it begins."
    )


def _add(window: Window) -> None:
    """Something that was seen in a group, in the officer's own words."""
    window.add_mention()
    dialog = window.findChild(AddDialog)
    assert isinstance(dialog, AddDialog)
    dialog.text.setPlainText(
        "Several parents say that the crossing outside the primary school has been dark since "
        "the clocks changed, and ask who mends it."
    )
    dialog.private.setChecked(True)
    dialog.where.setText("Tipley Mums group")
    dialog.tally.setValue(6)


def _digest(window: Window, desk: Desk) -> None:
    """The digest of the storm, as a draft that waits to be read."""
    desk.ask(BuildDigest(spike=_storm(desk), by=OFFICER)).result()
    window.open("digests")


def _storm(desk: Desk) -> SpikeKey:
    """The spike of the roadworks."""
    reader = desk.reader()
    try:
        return next(s.key for s in reader.spikes() if s.category)
    finally:
        reader.close()


def _spike(window: Window, desk: Desk) -> None:
    """The storm's card beside its digest."""
    window.open("spikes")
    window.pages.spikes.go_to(_storm(desk))


def _section(window: Window, title: str) -> None:
    window.open("settings")
    window.settings.open_section(next(s for s in window.settings.sections if s.title == title))


def _large(window: Window) -> None:
    """Text at twice its size."""
    window.open("forward")
    for _ in range(5):
        window.do("larger")


def _all_read(window: Window, desk: Desk) -> None:
    """Every mention decided, the last one by its key: what is seen when the morning is done."""
    for _ in range(5):
        window.do("smaller")
    reader = desk.reader()
    try:
        pages = {view: reader.rows(view=view, limit=1_000) for view in TO_DO_VIEWS}
    finally:
        reader.close()
    waiting = {view: tuple(row.key for row in page.rows) for view, page in pages.items()}
    urgent = waiting.pop("urgent")
    desk.ask(PassOn(urgent, "Duty desk", "telephone", by=OFFICER)).result()
    keys = tuple(key for found in waiting.values() for key in found)
    last = waiting["forward"][0]
    rest = tuple(key for key in keys if key != last)
    desk.ask(DecideAll((Decide(rest, "no_reply", by=OFFICER),))).result()
    settle(window)
    window.open("forward")
    _do(window, "suggested")
    for _ in range(6):  # saved searches are counted again when all has been calm for a while
        settle(window)


if __name__ == "__main__":
    raise SystemExit(main())
