"""A digest as HTML for Outlook, telephones and screen readers, and the rest of its posts as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from listener.clock import LONDON
from listener.forward.letter import Block, Kind
from listener.forward.masked import Shared
from listener.guarding import guarded

Links = Sequence[tuple[str, str]]
"""What a service may answer, each with the address that opens a ready reply."""
COLUMNS = (
    "When",
    "Place",
    "About",
    "Kind",
    "What was said",
    "Heard from",
    "Link",
    "Your reference",
)

_FONT = "font-family:'Segoe UI',Arial,Helvetica,sans-serif;"
_TEXT = f"{_FONT}font-size:15px;line-height:1.4;"
# No colour is set but where one is needed: mail programs turn dark by themselves, and Qt takes
# the window's own. The quote's rule and the buttons' edge are seen on white and on black (3:1).
_EDGE = "#7a7a7a"
_HEAD = (
    '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="color-scheme" content="light dark">\n'
    '<meta name="supported-color-schemes" content="light dark">\n'
    "<title>{title}</title>\n</head>\n"
)
_SHEET = (
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">'
    '<tr><td align="center">\n'
    '<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" '
    'border="0"><tr><td><![endif]-->\n'
    '<table role="presentation" width="100%" cellpadding="16" cellspacing="0" border="0" '
    'style="max-width:600px;"><tr><td align="left" style="{text}">\n'
)
_END = (
    "</td></tr></table>\n<!--[if mso]></td></tr></table><![endif]-->\n"
    "</td></tr></table>\n</body>\n</html>\n"
)


def html_of(subject: str, blocks: Iterable[Block], links: Links = ()) -> str:
    """One page of HTML: tables and inline styles alone, at most 600 px wide, nothing fetched."""
    out = [_HEAD.format(title=escape(subject)), '<body style="margin:0;padding:0;">\n']
    out.append(_SHEET.format(text=_TEXT))
    out.append(
        f'<h1 style="{_FONT}font-size:19px;line-height:1.3;margin:0 0 10px 0;">'
        f"{escape(subject)}</h1>\n"
    )
    placed = not links
    for kind, group in groupby(blocks, key=lambda b: b.kind):
        if kind == "note" and not placed:
            out.append(_buttons(links))
            placed = True
        out.append(_group(kind, list(group)))
    if not placed:
        out.append(_buttons(links))
    out.append(_END)
    return "".join(out)


def _group(kind: Kind, blocks: Sequence[Block]) -> str:
    if kind == "item":
        items = "".join(f'<li style="margin:0 0 4px 0;">{escape(b.text)}</li>\n' for b in blocks)
        return f'<ul style="{_TEXT}margin:0 0 10px 0;padding-left:24px;">\n{items}</ul>\n'
    if kind == "quote":
        return "".join(map(_quote, blocks))
    if kind == "heading":
        return "".join(
            f'<h2 style="{_FONT}font-size:16px;line-height:1.3;margin:14px 0 6px 0;">'
            f"{escape(b.text)}</h2>\n"
            for b in blocks
        )
    size = "font-size:13px;" if kind == "note" else ""
    return "".join(
        f'<p style="{_TEXT}{size}margin:0 0 10px 0;">{_labelled(b)}{escape(b.text)}</p>\n'
        for b in blocks
    )


def _labelled(block: Block) -> str:
    return f"<strong>{escape(block.label)}:</strong> " if block.kind == "labelled" else ""


def _quote(block: Block) -> str:
    """A table cell with a rule: Outlook draws no border at a blockquote, and Qt neither."""
    after = (
        f'<br><span style="{_FONT}font-size:13px;">{escape(block.after)}</span>'
        if block.after
        else ""
    )
    return (
        '<table role="presentation" cellpadding="0" cellspacing="0" border="0" '
        f'style="margin:0 0 6px 0;"><tr><td width="3" style="background-color:{_EDGE};" '
        f'bgcolor="{_EDGE}"></td><td style="{_TEXT}padding:0 0 0 12px;">'
        f"“{escape(block.text)}”{after}</td></tr></table>\n"
    )


def _buttons(links: Links) -> str:
    """Each answer as a box of its own, one under the other where the window is narrow."""
    cells = "".join(
        '<table role="presentation" align="left" cellpadding="0" cellspacing="0" border="0" '
        'style="margin:0 8px 8px 0;"><tr><td style="'
        f'border:1px solid {_EDGE};border-radius:6px;padding:8px 14px;">'
        f'<a href="{escape(href)}" style="{_FONT}font-size:15px;font-weight:bold;">'
        f"{escape(words)}</a></td></tr></table>\n"
        for words, href in links
    )
    return (
        '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">'
        f'<tr><td style="padding:8px 0 4px 0;">\n{cells}</td></tr></table>\n'
    )


def csv_of(rows: Iterable[Shared]) -> tuple[str, tuple[str, ...]]:
    """The posts as a table, and each of its lines by itself; formula cells guarded, no authors."""
    lines = tuple(_line(_cells(row)) for row in rows)
    return (_line(COLUMNS) + "".join(lines) if lines else ""), lines


def _cells(row: Shared) -> Sequence[str]:
    post = row.post
    local = post.said.astimezone(LONDON)
    return (
        f"{local:%Y-%m-%d %H:%M}", "; ".join(row.places), post.category, post.kind, row.text,
        row.source, row.link, "",
    )  # fmt: skip


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([guarded(c) for c in cells])
    return out.getvalue()


def table_html(subject: str, kept: str) -> str:
    """The CSV of a digest as a page to read: one table with headings for screen readers."""
    rows = list(csv.reader(io.StringIO(kept)))
    if not rows:
        return ""
    style = f"{_FONT}font-size:14px;padding:6px 8px;border:1px solid {_EDGE};text-align:left;"
    head = "".join(f'<th scope="col" style="{style}">{escape(c)}</th>' for c in rows[0])
    body = "".join(
        "<tr>" + "".join(f'<td style="{style}">{escape(c)}</td>' for c in row) + "</tr>\n"
        for row in rows[1:]
    )
    return (
        _HEAD.format(title=escape(subject))
        + f'<body>\n<h1 style="{_FONT}font-size:20px;">{escape(subject)}</h1>\n'
        f'<table cellspacing="0" style="border-collapse:collapse;">\n<thead><tr>{head}</tr>'
        f"</thead>\n<tbody>\n{body}</tbody>\n</table>\n</body>\n</html>\n"
    )
