"""Every key of the window, with what it does: the shortcuts and the `?` sheet come from here."""

from __future__ import annotations

from dataclasses import dataclass

from listener.mention import What
from ui.tongue import spoken


@spoken("does", "group")
@dataclass(frozen=True, slots=True)
class Key:
    """A verb's name, its keys as Qt writes them, what it does, and its place on the sheet."""

    verb: str
    keys: tuple[str, ...]
    does: str
    group: str


KEYS = (
    Key("next", ("J",), "next mention (or the down arrow)", "Move"),
    Key("previous", ("K",), "previous mention (or the up arrow)", "Move"),
    Key("read", ("Return", "Enter"), "read it (right arrow: the buttons of its row)", "Move"),
    Key("browse", ("B",), "open the original in the browser", "Move"),
    Key("select", ("X",), "select or leave out (Shift and arrows a range, Ctrl+A all)", "Move"),
    Key("search", ("/", "Ctrl+F"), "search", "Move"),
    Key("save_search", ("Ctrl+S",), "save the search (F2, Alt+arrows, Del: in the rail)", "Move"),
    Key("back", ("Esc",), "back to the list", "Move"),
    Key("suggested", ("D",), "do as suggested", "Decide"),
    Key("urgent", ("U",), "make urgent; where it is urgent, say whom you told", "Decide"),
    Key("safe", ("P",), "read, nobody at risk (urgent mentions)", "Decide"),
    Key("look", ("I",), "I am looking at it: quiets the alarm (urgent mentions)", "Decide"),
    Key("hold", ("H",), "put on hold, or end the hold", "Decide"),
    Key("forward", ("F",), "forward to the service", "Decide"),
    Key("reply", ("R",), "reply: what to weigh, a draft, then the original", "Decide"),
    Key("posted", ("L",), "paste the link of a reply that you posted", "Decide"),
    Key("no_reply", ("E",), "no reply needed", "Decide"),
    Key("yes", ("Y",), "answer the flowchart's question: yes", "Decide"),
    Key("no", ("N",), "answer the flowchart's question: no", "Decide"),
    Key("yes_do", ("Alt+Y",), "answer yes, and do what the flowchart then says", "Decide"),
    Key("no_do", ("Alt+N",), "answer no, and do what the flowchart then says", "Decide"),
    Key("elsewhere", ("G",), "choose another service", "Decide"),
    Key("correct", ("C",), "correct what was read", "Decide"),
    Key("snooze", ("Z",), "snooze", "Decide"),
    Key("note", ("M",), "note, or decide with a note", "Decide"),
    Key("mute", ("Q",), "mute the thread, or unmute it", "Decide"),
    Key("more", (".",), "more: stacks, what is asleep, publicity", "Decide"),
    Key("star", ("S",), "star", "Decide"),
    Key("undo", ("Ctrl+Z",), "undo", "Decide"),
    Key("print", ("Ctrl+P",), "print the mention, or keep it as a PDF", "Window"),
    Key("hold_publicity", ("Ctrl+H",), "hold all publicity, or end the hold", "Window"),
    Key("add", ("A",), "add a mention", "Window"),
    Key("check", ("F5",), "check all sources now", "Window"),
    Key("fresh", ("Ctrl+R",), "show the list as it is now", "Window"),
    Key("scheme", ("Ctrl+Shift+D",), "light or dark", "Window"),
    Key("larger", ("Ctrl+=", "Ctrl++"), "larger text", "Window"),
    Key("smaller", ("Ctrl+-",), "smaller text", "Window"),
    Key("full", ("F11",), "full screen", "Window"),
    Key("sheet", ("?",), "this sheet", "Window"),
    Key("quit", ("Ctrl+Q",), "quit", "Window"),
)
"""Ctrl+1 to Ctrl+9 and Ctrl+0 open the lists in the order of the rail."""


@spoken("text")
@dataclass(frozen=True, slots=True)
class Part:
    """A part of the reading that is corrected: its letter after C, and its line in the menu."""

    what: What
    letter: str
    text: str  # the letter is underlined in it


PARTS = (
    Part("tone", "T", "&Tone…"),
    Part("service", "S", "&Service…"),
    Part("place", "L", "P&lace…"),
    Part("kind", "K", "&Kind…"),
    Part("danger", "D", "&Danger…"),
)
"""The letters after C. They work in its menu alone, so that they stay free for other verbs."""


def key_of(verb: str) -> str:
    """The first key of a verb, as it is shown on its button."""
    return next(k.keys[0] for k in KEYS if k.verb == verb)
