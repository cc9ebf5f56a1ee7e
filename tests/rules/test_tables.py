"""Tables are put together without one silently taking the place of another's line."""

from __future__ import annotations

import pytest

from rules.tables import joined


def test_tables_are_joined_in_their_order() -> None:
    assert list(joined({"b": 1}, {"a": 2}, {}).items()) == [("b", 1), ("a", 2)]


def test_a_name_given_twice_is_said_and_not_passed_over() -> None:
    with pytest.raises(ValueError, match="given twice: hold"):
        joined({"hold": 1, "note": 2}, {"hold": 3})
