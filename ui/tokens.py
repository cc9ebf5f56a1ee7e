"""The colours of the window, by what they are for, in a light and a dark set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every text colour has at least 4.5:1 on each ground it is used on; a test computes it."""

    page: str
    card: str
    rail: str
    line: str
    edge: str  # of what can be pressed: 3:1 on page and card
    text: str
    soft: str
    accent: str
    on_accent: str
    chosen: str
    red: str
    on_red: str
    focus: str
    bar: str  # of what is counted in a drawing: 3:1 on the card
    chips: dict[str, tuple[str, str]]  # colour name -> (ground, text)


LIGHT = Tokens(
    page="#f3f5f8", card="#ffffff", rail="#fafbfd", line="#dde2ea", edge="#7a8598",
    text="#171a21", soft="#555d6b", accent="#1b5faa", on_accent="#ffffff", chosen="#eaf2fc",
    red="#b3191f", on_red="#ffffff", focus="#0b57d0", bar="#b97800",
    chips={
        "blue": ("#e1ecf9", "#164f8f"),
        "red": ("#fde4e3", "#9c1318"),
        "green": ("#dff2e4", "#1b5e30"),
        "amber": ("#fdf0cd", "#6f4800"),
        "violet": ("#ebe5f8", "#53349b"),
        "grey": ("#e9ecf0", "#4a5260"),
    },
)  # fmt: skip

DARK = Tokens(
    page="#14171c", card="#1c2027", rail="#181b21", line="#323844", edge="#77829a",
    text="#eceff4", soft="#a9b2c1", accent="#8dbdf7", on_accent="#0c1a2b", chosen="#213450",
    red="#ff9a94", on_red="#2b0a09", focus="#9cc6ff", bar="#dba13a",
    chips={
        "blue": ("#203a5c", "#bcd9fb"),
        "red": ("#532325", "#ffc2be"),
        "green": ("#1d4029", "#b0e6c0"),
        "amber": ("#4a3a10", "#f7da92"),
        "violet": ("#3a2d60", "#d5c6fb"),
        "grey": ("#2c323c", "#c3cad6"),
    },
)  # fmt: skip

LIGHT_HIGH = Tokens(
    page="#fdfdfd", card="#ffffff", rail="#ffffff", line="#595959", edge="#000000",
    text="#000000", soft="#2b2b2b", accent="#003a7d", on_accent="#ffffff", chosen="#e2eeff",
    red="#7d0006", on_red="#ffffff", focus="#003a9e", bar="#7a4d00",
    chips={
        "blue": ("#e6f0ff", "#00305f"),
        "red": ("#ffeaea", "#6b0007"),
        "green": ("#e6f7ea", "#00401a"),
        "amber": ("#fff5d9", "#4a2f00"),
        "violet": ("#f0eaff", "#35156f"),
        "grey": ("#f0f0f0", "#1f1f1f"),
    },
)  # fmt: skip

DARK_HIGH = Tokens(
    page="#000000", card="#050505", rail="#000000", line="#a6a6a6", edge="#ffffff",
    text="#ffffff", soft="#e0e0e0", accent="#a8d1ff", on_accent="#000000", chosen="#0d2747",
    red="#ffb3ae", on_red="#000000", focus="#ffe14d", bar="#ffc955",
    chips={
        "blue": ("#0a2240", "#cfe5ff"),
        "red": ("#3d0c0e", "#ffd6d3"),
        "green": ("#062b13", "#c4f5d1"),
        "amber": ("#332500", "#ffe9a8"),
        "violet": ("#22144a", "#e4daff"),
        "grey": ("#1c1c1c", "#ececec"),
    },
)  # fmt: skip

EVERY = (LIGHT, DARK, LIGHT_HIGH, DARK_HIGH)
"""All sets. Each has a page colour of its own, by which the one in use is known."""


def worn(dark: bool, high: bool) -> Tokens:
    """The set for a scheme. high: the system asks for high contrast, at least 7:1 for all text."""
    if high:
        return DARK_HIGH if dark else LIGHT_HIGH
    return DARK if dark else LIGHT
