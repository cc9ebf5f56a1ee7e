"""What we ship is found by name, as text, as bytes and as a list."""

from __future__ import annotations

import pytest

from listener import resources


def test_a_resource_is_read_as_text_and_as_bytes() -> None:
    assert resources.text("charts/council.toml").encode() == resources.data("charts/council.toml")


def test_the_files_of_a_folder_are_named_in_order() -> None:
    assert resources.names("charts") == ("classic.toml", "council.toml", "emergency.toml")


def test_what_we_do_not_ship_is_not_found() -> None:
    with pytest.raises(FileNotFoundError):
        resources.text("charts/winter.toml")
