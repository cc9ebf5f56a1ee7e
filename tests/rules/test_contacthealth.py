"""What is wrong with a contact, in sentences, the worst first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from listener.handoff import AreaContact
from rules.contacthealth import Sent, contact_health

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
WELL = AreaContact("Parks", ("a@b.example",), deputy="d@b.example")
BACK = Sent((("a@b.example", NOW - timedelta(days=1)),))


@pytest.mark.parametrize(
    ("contact", "ours", "sent", "says"),
    [
        (WELL, True, Sent(), ()),
        (WELL, True, Sent(unanswered_since=NOW - timedelta(days=29)), ()),
        (WELL, True, Sent(unanswered_since=NOW - timedelta(days=30)), ("Silent for 30 days",)),
        (WELL, True, BACK, ("No address that works", "Mail to a@b.example came back")),
        (AreaContact("Parks", ("a@b.example",)), True, Sent(), ("No deputy",)),
        (AreaContact("Parks", deputy="d@b.example"), True, Sent(), ("No address: nothing",)),
        (
            AreaContact("Parks", ("a@b.example",), deputy="d@b.example", left=("a@b.example",)),
            True, Sent(), ("No address that works", "a@b.example has left"),
        ),
        (
            AreaContact("Parks", ("a@b.example",), hours="09:00-17:00"),
            True, Sent(), ("No deputy", "Nobody is named for out of hours"),
        ),
        (
            AreaContact("Parks", ("a@b.example",), deputy="d@b.example", hours="09:00-17:00"),
            True, Sent(), (),
        ),
        (AreaContact("Water", body="other"), False, Sent(), ("No number and no public page",)),
        (AreaContact("Water", phone="01632 960109", body="other"), False, Sent(), ()),
    ],
)  # fmt: skip
def test_a_contact_says_what_is_wrong(
    contact: AreaContact, ours: bool, sent: Sent, says: tuple[str, ...]
) -> None:
    found = contact_health(contact, ours, sent, NOW)
    assert len(found) == len(says)
    assert all(f.startswith(s) for f, s in zip(found, says, strict=True))
