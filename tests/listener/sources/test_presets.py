"""What people paste is understood as the feed that it means."""

from __future__ import annotations

import pytest

from listener.sources.presets import address_of, warning

UC = "UC" + "a1_-" * 5 + "bc"
FMS = "https://www.fixmystreet.com"
MEANT = {
    "@ann@masto.example": "https://masto.example/@ann.rss",
    "https://masto.example/@ann": "https://masto.example/@ann.rss",
    "https://masto.example/@ann@other.example": "https://other.example/@ann.rss",
    "#bins@masto.example": "https://masto.example/tags/bins.rss",
    "http://127.0.0.1:3000/tags/bins": "http://127.0.0.1:3000/tags/bins.rss",
    "news: Tipley roads": "https://news.google.com/rss/search?q=Tipley+roads&hl=en-GB&gl=GB&ceid=GB:en",
    "https://news.google.com/search?q=Tipley%20roads": (
        "https://news.google.com/rss/search?q=Tipley+roads&hl=en-GB&gl=GB&ceid=GB:en"
    ),
    "ZZ1 1AA": f"{FMS}/rss/pc/ZZ11AA",
    "zz11aa 3 km": f"{FMS}/rss/pc/ZZ11AA/3",
    "fixmystreet: 52.5, -2.01 250 km": f"{FMS}/rss/l/52.5,-2.01/100",
    "fixmystreet: Brackenford/Old Hale": f"{FMS}/rss/reports/Brackenford/Old+Hale",
    f"{FMS}/reports/Brackenford/Old+Hale": f"{FMS}/rss/reports/Brackenford/Old+Hale",
    f"{FMS}/report/123": f"{FMS}/rss/123",
    f"{FMS}/around?pc=ZZ1+1AA": f"{FMS}/rss/pc/ZZ1%201AA",
    "https://www.whatdotheyknow.com/body/brackenford": (
        "https://www.whatdotheyknow.com/feed/body/brackenford"
    ),
    "whatdotheyknow: Tipley planters": "https://www.whatdotheyknow.com/feed/search/Tipley%20planters",
    f"https://www.youtube.com/channel/{UC}/videos": (
        f"https://www.youtube.com/feeds/videos.xml?channel_id={UC}"
    ),
    "https://blog.example search: road works": "https://blog.example/feed/?s=road+works",
    "blog.example comments": "https://blog.example/comments/feed/",
}


@pytest.mark.parametrize(("pasted", "address"), MEANT.items())
def test_what_was_pasted_becomes_its_feed(pasted: str, address: str) -> None:
    preset = address_of(f" {pasted} ")
    assert preset is not None
    assert preset.address == address
    assert preset.name and preset.says and preset.channel


@pytest.mark.parametrize(
    "pasted",
    [
        "https://blog.example", "blog.example/feed/", f"{FMS}/rss/reports/Brackenford",
        "https://masto.example/@ann.rss", "https://www.whatdotheyknow.com/feed/body/x",
        "https://www.youtube.com/@ann", "https://hugo.example/tags/roads/", "http://[", "#bins",
        "two words", "", "127.0.0.1:8000/feed",
    ],
)  # fmt: skip
def test_other_addresses_are_left_as_they_are(pasted: str) -> None:
    assert address_of(pasted) is None


def test_report_sites_are_known_by_their_channel_and_say_that_the_service_knows() -> None:
    preset = address_of("ZZ1 1AA")
    assert preset is not None
    assert preset.channel == "report_site"
    assert "the service has them already" in preset.says


def test_listening_to_one_person_is_warned_about() -> None:
    ours = ("@BrackenfordMBC",)
    assert "one person" in warning("@ann@masto.example", ours)
    assert "one person" in warning("https://masto.example/@ann", ours)
    assert "one person" in warning('news: "@ann"', ours)


def test_listening_to_ourselves_or_to_a_topic_is_fine() -> None:
    ours = ("@BrackenfordMBC",)
    for asked in (
        "@brackenfordmbc@masto.example",
        "news: @BrackenfordMBC",
        "news: bins @ann",
        "#x@y.example",
    ):
        assert warning(asked, ours) == ""
