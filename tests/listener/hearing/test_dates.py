"""Dates are read as a person in Britain would read them, or flagged; never rolled over."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from listener.sources.dates import read_date

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raw", "utc"),
    [
        ("Sat, 21 Nov 2026 09:30:00 GMT", "2026-11-21 09:30"),
        ("Sat, 21 Nov 2026 09:30:00 +0000", "2026-11-21 09:30"),
        ("Sun, 05 Jul 2026 09:30:00 BST", "2026-07-05 08:30"),
        ("Sat, 21 Nov 2026 09:30:00 BST", "2026-11-21 08:30"),  # +01:00 always
        ("Sun, 05 Jul 2026 09:30:00 IST", "2026-07-05 08:30"),
        ("Sun, 05 Jul 2026 09:30:00", "2026-07-05 08:30"),  # no zone: London, in summer
        ("Sat, 21 Nov 2026 09:30:00", "2026-11-21 09:30"),  # and in winter
        ("2026-07-05T09:30:00", "2026-07-05 08:30"),
        ("2026-07-05T09:30:00Z", "2026-07-05 09:30"),
        ("2026-07-05T09:30:00+01:00", "2026-07-05 08:30"),
        ("2026-07-05 09:30 Europe/London", "2026-07-05 08:30"),
        ("2026-11-21T09:30:00.123456789Z", "2026-11-21 09:30"),
        ("05/07/2026 09:30", "2026-07-05 08:30"),  # day before month
        ("11/12/2025 09:30", "2025-12-11 09:30"),
        ("22.11.2026 12:16:00", "2026-11-22 12:16"),
        ("Sunday, 5 July 2026 09:30", "2026-07-05 08:30"),
        ("5th of July 2026 at 9.30pm", "2026-07-05 20:30"),
        ("July 5, 2026", "2026-07-04 23:00"),
        ("mer, 16 nov 2022 00:38:15 +0100", "2022-11-15 23:38"),
        ("Sadwrn, 21 Tachwedd 2026 09:30", "2026-11-21 09:30"),  # Welsh
        ("Sat, 21 Nov 26 09:30 GMT", "2026-11-21 09:30"),
        ("Sun Jul  5 09:30:00 2026", "2026-07-05 08:30"),
        ("1783243800", "2026-07-05 09:30"),
        ("Fri, 20 Nov 2026 24:00:00 GMT", "2026-11-21 00:00"),
        ("2026-06-30T23:59:60Z", "2026-06-30 23:59"),
    ],
)
def test_a_date_is_read_as_written_in_britain(raw: str, utc: str) -> None:
    found, fault = read_date(raw, NOW)
    assert found is not None
    assert f"{found:%Y-%m-%d %H:%M}" == utc
    assert fault == ""


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("", "gives no date"), ("yesterday", "cannot be read"),
        ("Sat, 31 Feb 2026 09:00:00 GMT", "impossible"), ("2003-07-32", "impossible"),
        ("2026-13-01T09:00:00Z", "impossible"), ("Fri, 11 Mar 2016 01:15:00 +3000", "impossible"),
        ("Fri, 01 Jan 2099 00:00:00 GMT", "future"), ("Thu, 01 Jan 1970 00:00:00 GMT", "before"),
        ("13/13/2026", "impossible"), ("2026-11-21 25:00", "impossible"),
    ],
)  # fmt: skip
def test_a_date_that_cannot_be_is_flagged_and_never_rolled_over(raw: str, why: str) -> None:
    found, fault = read_date(raw, NOW)
    assert found is None
    assert why in fault


def test_the_hour_that_comes_twice_is_the_first_and_said() -> None:
    found, fault = read_date("25 Oct 2026 01:30", NOW)
    assert found == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert "clocks went back" in fault


def test_an_offset_in_that_hour_leaves_no_doubt() -> None:
    found, fault = read_date("Sun, 25 Oct 2026 01:30:00 +0000", NOW)
    assert (found, fault) == (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "")


def test_a_clock_a_few_minutes_ahead_is_now_and_not_the_future() -> None:
    assert read_date("Tue, 24 Nov 2026 12:05:00 GMT", NOW) == (NOW, "")
