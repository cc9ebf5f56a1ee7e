"""A digest as it is written: paragraphs, lists and quotes; as plain text, and read back from it.

The plain text is what an officer edits, so that everything in it can be told apart by how it
looks: a label and a colon, a dash, a quotation mark, a line of its own.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "labelled", "heading", "item", "quote", "note"]

WIDTH = 72
KNOWN_WORKS, THEY_ASK = "Known works", "They ask for"
NOT_HEARD, WITHHELD = "Not heard", "Not quoted or attached"
LABELS = (KNOWN_WORKS, THEY_ASK, NOT_HEARD, WITHHELD)
FIX = "Places a crew could fix"
SAID = "What people say, not a defect report"
REPLY = "A reply with one of these is enough"
MASKED = "Handles removed; names masked where found"
REFERENCE = "Your reference:\N{NO-BREAK SPACE}________"


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a digest. label: only of what is labelled; after: of a quote, where it is from"""

    kind: Kind
    text: str
    label: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A subject, and what is said in their order."""

    subject: str
    blocks: tuple[Block, ...]


def plain_text(blocks: Iterable[Block]) -> str:
    """The blocks as plain text, wrapped at 72; items and quotes stand close to each other."""
    out: list[str] = []
    before: Kind | None = None
    for block in blocks:
        close = block.kind in ("item", "quote") and before in (block.kind, "heading")
        if out and not close:
            out.append("")
        out += _lines(block)
        before = block.kind
    return "\n".join(out) + "\n" if out else ""


def _lines(block: Block) -> list[str]:
    if block.kind == "item":
        return _wrapped(f"- {block.text}", "  ")
    if block.kind == "quote":
        return _wrapped(f"“{block.text}”{f' ({block.after})' if block.after else ''}", "  ")
    if block.kind == "labelled":
        return _wrapped(f"{block.label}: {block.text}", "")
    return _wrapped(block.text, "")


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, subsequent_indent=indent, break_long_words=True, break_on_hyphens=False
    )


def blocks_of(plain: str) -> tuple[Block, ...]:
    """The blocks of a plain text, however an officer edited it: nothing of it is lost."""
    found: list[Block] = []
    for paragraph in re.split(r"\n[ \t]*\n", plain.replace("\r\n", "\n").replace("\r", "\n")):
        found += _paragraph([line.rstrip() for line in paragraph.split("\n") if line.strip()])
    return tuple(found)


def _paragraph(lines: Sequence[str]) -> list[Block]:
    parts: list[tuple[str, list[str]]] = []
    for line in lines:
        kind = _begins(line)
        if kind:
            parts.append((kind, [line.strip()]))
        elif parts and (parts[-1][0] == "text" or line.startswith(" ")):
            parts[-1][1].append(line.strip())
        else:
            parts.append(("text", [line.strip()]))
    return [
        _block(kind, " ".join(said), alone=at == 0 and len(said) == 1)
        for at, (kind, said) in enumerate(parts)
    ]


def _begins(line: str) -> str:
    if line.startswith(("- ", "• ", "* ")):
        return "item"
    return "quote" if line.startswith("“") else ""


def _block(kind: str, text: str, alone: bool) -> Block:
    if kind == "item":
        return Block("item", text[2:].strip())
    if kind == "quote":
        said, _, after = text[1:].rpartition("”")
        if not said:
            return Block("quote", text[1:].rstrip("”"))
        return Block("quote", said, after=after.strip().removeprefix("(").removesuffix(")"))
    label, colon, rest = text.partition(": ")
    if colon and label in LABELS:
        return Block("labelled", rest, label)
    if text.startswith(REPLY):
        return Block("note", text)
    if alone and (text in (FIX, SAID) or _heads(text)):
        return Block("heading", text)
    return Block("text", text)


def _heads(text: str) -> bool:
    """A short line of its own without an end: somebody's heading."""
    return len(text) <= 60 and text[-1:].isalnum() and len(text.split()) <= 8
