"""What stands over a list, and what a search says that found nothing."""

from __future__ import annotations

import re

from listener.mention import View
from ui.tongue import said_later, tr
from ui.words import VIEW_WORDS, count

_NARROWS = re.compile(r"(?:^|\s)-?(?:is|before|after):\S+", re.IGNORECASE)
HINTS = said_later(
    "Space means and, OR means or, -word leaves out, “…” is a phrase, brackets hold together; "
    "area: place: source: kind: tone: is: by: spike: before: after: narrow it. Esc goes back to "
    "the list."
)


def heading_words(
    view: View | None, name: str, titled: bool, total: int, over: bool, done_today: int
) -> str:
    """How many a list holds, and in which order. name: of a search or of a saved one (titled)."""
    if name:
        many = tr("more than {total:,}", total=total) if over else f"{total:,}"
        if titled:
            return tr("{name} · {many} · last heard first", name=name, many=many)
        if not total:
            return tr("Searched for “{name}”", name=name)
        found = tr("{many} found for “{name}” · last heard first", many=many, name=name)
        return found[0].upper() + found[1:]
    if view == "done":
        before = max(0, total - done_today)
        return tr(
            "{done_today:,} decided today · {before:,} before", done_today=done_today, before=before
        )
    what = VIEW_WORDS[view].what if view else tr("in all")
    return f"""{count(total, "mention")} {what}{tr(" · sorted by need") * (total > 1)}"""


def nothing_found(search: str, title: str = "") -> tuple[str, str]:
    """The sentence and the hint of an empty search; title: of a saved one, or of the starred."""
    if search == "is:starred":
        return tr("Nothing is starred."), tr("S stars a mention, so that it is found here again.")
    if title:
        return tr("Nothing found for {title} now.", title=title), tr(
            "It looks for: {search}", search=search
        )
    return tr("Nothing found for “{search}”.", search=search), tr(
        "All lists were searched, Done too. {hints}", hints=tr(HINTS)
    )


def narrower_left_out(search: str) -> str:
    """The search without what narrows it to a time or to how things stand, or "" if it is none."""
    wider = " ".join(_NARROWS.sub(" ", search).split())
    return wider if wider != " ".join(search.split()) and "(" not in search else ""
