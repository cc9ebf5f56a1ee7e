"""Every sentence about a source that cannot be heard has something that a person may do."""

from __future__ import annotations

import ssl

import httpcore
import httpx
import pytest

from listener.sources.advice import ADVICE, ELSE, SHORT, SILENT, advice
from listener.sources.feed import _instead
from listener.sources.manners import _refusal
from listener.sources.state import SourceState
from listener.webfaults import named
from tests.listener.store.making import START

FAULTS = (
    ssl.SSLCertVerificationError(), ssl.SSLError(), httpx.ConnectTimeout("x"),
    httpx.ReadTimeout("x"), httpx.ProxyError("x"), httpcore.ConnectError("x"),
    httpx.InvalidURL("x"), httpx.ReadError("x"), httpx.DecodingError("x"),
)  # fmt: skip


@pytest.mark.parametrize("status", [401, 403, 404, 429, 451, 500, 503, 418])
def test_every_refusal_has_its_advice(status: int) -> None:
    assert advice("fault", _refusal(status, SourceState(), START), False, False) != ELSE


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_of_the_web_has_its_advice(fault: Exception) -> None:
    why = named(fault, "b.example", 10, 30).sentence()
    assert advice("fault", why, False, False) != ELSE


@pytest.mark.parametrize("body", [b"<html>", b"hello"])
def test_what_is_no_feed_has_its_advice(body: bytes) -> None:
    assert advice("fault", _instead(body), False, False) != ELSE


def test_a_password_is_never_asked_for() -> None:
    assert "log-in" in advice(
        "fault", "The site wants a password. Trying again at 9.", False, False
    )


def test_a_sound_source_needs_nothing_unless_it_is_short_or_silent() -> None:
    assert advice("ok", "", False, False) == ""
    assert advice("ok", "", True, True) == SHORT
    assert advice("ok", "", False, True) == SILENT
    assert advice("paused", "The site wants a password.", True, True) == ""


def test_no_advice_hides_behind_an_earlier_one() -> None:
    for at, (part, _) in enumerate(ADVICE):
        assert not any(earlier in part for earlier, _ in ADVICE[:at]), part
