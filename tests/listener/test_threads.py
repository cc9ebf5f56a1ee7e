"""Which posts are of one thread."""

from __future__ import annotations

import pytest

from listener.threads import thread_names

POST = ("g1", "https://tipley.example/2026/bins/", "")


def same(one: tuple[str, str, str], other: tuple[str, str, str], apart: int = 0) -> bool:
    return bool(set(thread_names(1, *one)) & set(thread_names(1 + apart, *other)))


@pytest.mark.parametrize(
    "comment",
    [("c1", "https://tipley.example/2026/bins/#comment-12", ""),
     ("c1", "https://tipley.example/c/12", "https://tipley.example/2026/bins"),
     ("c1", "http://Tipley.example/2026/bins#respond", ""), ("c1", "", "g1")],
)  # fmt: skip
def test_a_comment_is_of_the_thread_of_its_post(comment: tuple[str, str, str]) -> None:
    assert same(POST, comment)


@pytest.mark.parametrize(
    "other",
    [("g2", "https://tipley.example/2026/parks/", ""), ("g2", "https://tipley.example/", ""),
     ("g2", "https://other.example/2026/bins/", ""), ("g2", "", ""),
     ("g2", "https://tipley.example/2026/bins/#part-two", "")],
)  # fmt: skip
def test_another_address_is_another_thread(other: tuple[str, str, str]) -> None:
    assert not same(POST, other)


def test_an_id_counts_within_its_source_unless_it_is_one_of_its_kind() -> None:
    assert not same(("1", "", ""), ("2", "", "1"), apart=1)
    assert same(("1", "", ""), ("2", "", "1"))
    assert same(("m1@mail.example", "", ""), ("m2@mail.example", "", "m1@mail.example"), apart=1)


def test_the_home_page_is_no_thread_and_what_was_erased_is_of_none() -> None:
    assert thread_names(1, "", "https://tipley.example/", "") == ()
    assert thread_names(1, "erased-4", "", "") == ()


def test_a_broken_address_is_a_name_like_another() -> None:
    assert same(("a", "http://[broken/1", ""), ("b", "", "http://[broken/1"))
