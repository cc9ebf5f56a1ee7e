"""The section on spikes: how unusual something must be, and how often it is told."""

from __future__ import annotations

from ui.settings.section import Section
from ui.tongue import said_later, tr

SENSITIVITY = said_later(
    (
        ("calm", "calm: only what is very unusual"),
        ("usual", "usual"),
        ("watchful", "watchful: sooner, and sometimes for nothing"),
    )
)


class SpikesSection(Section):
    """What counts as a spike, and when people are told."""

    KEYWORDS = "surge alarm sensitivity threshold quiet works roadworks"

    def __init__(self) -> None:
        super().__init__(
            tr("Spikes"),
            tr(
                "A spike is a topic or a place that several people talk about much more than is "
                "usual for that hour of that day."
            ),
        )
        self.box("spike_sensitivity", tr("How watchful"), SENSITIVITY)
        self.number("spike_posts", tr("Posts at least"), 3, 100, tr("posts"))
        self.number("spike_people", tr("People at least"), 2, 100, tr("people"))
        self.number(
            "spike_hold_minutes",
            tr("Wait before the first word"),
            0,
            120,
            tr("min"),
            tr("So that what belongs together is told as one."),
        )
        self.number(
            "spike_repeat_minutes",
            tr("Told again at the earliest after"),
            15,
            1440,
            tr("min"),
            tr("And only where it has grown."),
        )
        self.end()
