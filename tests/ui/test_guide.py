"""The officer's guide says what is so: its pictures are there, and so is every key it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from docs import keytable
from docs.picturing import small
from docs.still import Still
from ui.keymap import LISTS
from ui.keys import KEYS, PARTS

DOCS = keytable.GUIDE.parent
LARGEST = 250_000  # bytes of a picture: a clone should not grow by megabytes with each new look
OF_A_DIALOG = {"Ctrl+Return", "Enter"}
OF_A_LIST = {"Shift", "Ctrl+A"}


def guide() -> str:
    """The guide as it is kept."""
    return keytable.GUIDE.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [keytable.GUIDE, DOCS.parent / "README.md"])
def test_every_picture_named_is_there_and_is_small(page: Path) -> None:
    named = re.findall(r"!\[[^]]+\]\(([^)]+\.png)\)", page.read_text(encoding="utf-8"))
    assert len(named) >= 2
    for name in named:
        picture = page.parent / name
        assert picture.is_file(), name
        assert picture.stat().st_size < LARGEST, name


def test_every_picture_is_shown_in_the_guide_and_none_is_left_over() -> None:
    shown = set(re.findall(r"pictures/([a-z-]+\.png)", guide()))
    assert shown == {p.name for p in (DOCS / "pictures").iterdir()}


def test_the_table_of_keys_is_up_to_date() -> None:
    assert keytable.with_table(guide()) == guide(), "run make pictures"


def test_a_guide_without_room_for_the_keys_is_refused() -> None:
    with pytest.raises(ValueError, match="no room for the keys"):
        keytable.with_table("nothing here")


def test_every_key_named_in_the_guide_exists() -> None:
    known = {key for k in KEYS for key in k.keys} | {p.letter for p in PARTS}
    known |= set(LISTS) | OF_A_DIALOG | OF_A_LIST
    looks_like_one = re.compile(r"[A-Z]|[?/.]|F\d+|Esc|Enter|Shift|(?:Ctrl|Alt|Shift)\+\S+")
    named = {n for n in re.findall(r"`([^`\n]+)`", guide()) if looks_like_one.fullmatch(n)}
    assert len(named) > 20
    assert named <= known


def test_every_verb_stands_in_the_table() -> None:
    for key in KEYS:
        assert key.does in keytable.table()


def test_a_picture_keeps_its_colours_where_they_are_few() -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0xFF1B5FAA)
    image.setPixel(3, 3, 0xFFFFFFFF)
    made = small(image)
    assert made.format() is QImage.Format.Format_Indexed8
    assert made.pixel(3, 3) == 0xFFFFFFFF
    assert made.pixel(0, 0) == 0xFF1B5FAA


def test_a_still_clock_says_the_same_in_every_zone() -> None:
    assert Still.now() == Still.at
    assert Still.now().utcoffset() is not None
