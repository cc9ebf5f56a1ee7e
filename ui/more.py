"""`.`: the verbs that are not wanted every minute, in one menu, and the rooms that do them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from listener.mention import MentionKey
from ui.answering import Answering
from ui.areas.handing import Handing
from ui.asleep import Asleep
from ui.noting import Noting
from ui.publicity import Publicity
from ui.stacking import Stacking
from ui.tongue import tr

if TYPE_CHECKING:
    from ui.shell import Window


class More:
    """Lives as long as its window."""

    def __init__(self, window: Window) -> None:
        given = window.bridge, window.list, window.pane, window.verbs
        self.noting = Noting(*given)
        self.asleep = Asleep(*given)
        self.stacking = Stacking(*given)
        self.publicity = Publicity(*given)
        self.handing = Handing(*given)
        window.verbs.second_reader = self.handing.second_reader
        self.publicity.banner = window.banners.publicity
        self.asleep.publicity = self.publicity
        self.answering = Answering(*given)
        self.answering.stopped = self.publicity.stopped
        self._star = window.verbs.star
        window.verbs.decide_by_hand = self.noting.decide
        window.verbs.allowed = self.publicity.allowed
        bar, afoot = window.pane.bar, window.pane.afoot
        bar.stopped = lambda outcome: _no(self.publicity, outcome)
        afoot.stopped = self.publicity.stopped
        afoot.unmute.connect(lambda key: self.asleep.unmute_these((MentionKey(key),)))
        afoot.wake.connect(lambda key: self.asleep.wake_these((MentionKey(key),)))
        afoot.go.connect(lambda key: window.go_to(MentionKey(key)))

    def verbs(self) -> dict[str, Callable[[], None]]:
        """Each verb by its name in ui.keys."""
        return {
            "yes_do": lambda: self.answering.answer_and_do(True),
            "no_do": lambda: self.answering.answer_and_do(False),
            "note": self.noting.note, "snooze": self.asleep.snooze, "mute": self.asleep.mute,
            "hold_publicity": self.publicity.begin, "more": self.menu,
        }  # fmt: skip

    def menu(self) -> None:
        """Offers them, each by its underlined letter; Esc leaves."""
        hold = (
            tr("End the &hold on publicity…") if self.publicity.hold else tr("&Hold all publicity…")
        )
        starred = self.asleep.starred()
        parts = [
            (tr("&Unstar") if starred else tr("&Star"), self._star),
            (tr("&Mute this thread, or unmute it…"), self.asleep.mute),
            (tr("&Take one out of this stack…"), self.stacking.split),
            (tr("&Join it to another stack…"), self.stacking.join),
            *self.handing.parts(),
            (tr("&What is asleep…"), self.asleep.what_is_asleep),
            (hold, self.publicity.begin),
        ]
        if self.asleep.sleeping():
            parts.insert(2, (tr("Wake it &now"), self.asleep.wake))
        self.asleep.menu(tr("More"), "more", parts)


def _no(publicity: Publicity, outcome: str) -> bool:
    held = publicity.stopped(outcome)
    return held is not None and held.how == "no"
