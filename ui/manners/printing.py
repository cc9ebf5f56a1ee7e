"""A mention on paper or as a PDF: what was said, why it stands where it does, what was done.

Without its author: paper goes round.
"""

from __future__ import annotations

import html
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from listener.mention import Detail
from ui import words
from ui.tongue import tr

MARGIN = 18.0  # mm


def page_of(detail: Detail, now: datetime) -> str:
    """The page as HTML that we wrote ourselves, with every word of others escaped."""
    heard, row, verdict = detail.heard, detail.row, detail.verdict
    said = heard.published or row.heard
    where = " · ".join(p for p in (words.line(row.source), words.channel(row.channel)) if p)
    outcome = words.outcome(verdict.outcome or verdict.guess)
    firm = outcome if verdict.outcome else tr("not settled; most likely {outcome}", outcome=outcome)
    steps = [f"{s.text} {s.answer.value.capitalize()}: {s.because}" for s in verdict.steps]
    done = [f"{words.when(h.at, now)} · {h.by}: {h.what}" for h in detail.history]
    service = tr("For: {service} ({area})", service=row.category, area=row.area)
    printed = tr(
        "Printed {when} by Council Listener. The author’s name is left out.",
        when=words.when(now, now),
    )
    parts = [
        f"<p>{_safe(where)} · {_safe(words.when(said, now))}</p>",
        f"<h2>{_safe(heard.title)}</h2>" if heard.title else "",
        f"<p>{_safe(heard.text)}</p>",
        f"<p>{_safe(heard.url)}</p>" if words.true_host(heard.url) else "",
        f"<h3>{_safe(tr('Suggested: {outcome}', outcome=firm))}</h3>",
        _list(steps),
        f"<p>{_safe(service)}</p>" if row.category else "",
        f"<h3>{_safe(tr('What was done'))}</h3>" if done else "",
        _list(done),
        f"<p><small>{_safe(printed)}</small></p>",
    ]
    return f"<html><body>{''.join(parts)}</body></html>"


def _safe(text: str) -> str:
    return html.escape(words.plain(text)).replace("\n", "<br>")


def _list(lines: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{_safe(line)}</li>' for line in lines)}</ul>" if lines else ""


def write_pdf(detail: Detail, path: Path, now: datetime) -> None:
    """Writes an A4 page. Raises OSError where the file cannot be written."""
    with path.open("ab"):  # Qt says nothing of a file that it may not write
        pass
    writer = QPdfWriter(str(path))
    writer.setTitle(tr("A mention, from Council Listener"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
    _document(detail, now).print_(writer)


def print_to(printer: QPrinter, detail: Detail, now: datetime) -> None:
    """Prints it on the printer that a person chose."""
    _document(detail, now).print_(printer)


def _document(detail: Detail, now: datetime) -> QTextDocument:
    document = QTextDocument()
    document.setHtml(page_of(detail, now))
    return document
