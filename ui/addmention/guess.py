"""What the address of a post tells of where it was said, so that nobody has to choose it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from ui import words


@dataclass(frozen=True, slots=True)
class Guess:
    """channel: of listener.mention.CHANNELS, "" where nothing is known. public: None unknown."""

    channel: str = ""
    public: bool | None = None


# Whether a group may be read without joining is its owner's choice: for Facebook we ask.
_HOSTS: tuple[tuple[str, Guess], ...] = (
    ("facebook.com", Guess("page_comment")),
    ("fb.com", Guess("page_comment")),
    ("nextdoor.co.uk", Guess("nextdoor", False)),
    ("nextdoor.com", Guess("nextdoor", False)),
    ("chat.whatsapp.com", Guess("other", False)),
    ("x.com", Guess("x", True)),
    ("twitter.com", Guess("x", True)),
    ("bsky.app", Guess("bluesky", True)),
    ("reddit.com", Guess("reddit", True)),
    ("youtube.com", Guess("video", True)),
    ("youtu.be", Guess("video", True)),
    ("fixmystreet.com", Guess("report_site", True)),
    ("whatdotheyknow.com", Guess("report_site", True)),
)


def guessed(link: str) -> Guess:
    """Where a link leads, as far as its host and path tell."""
    host = words.true_host(link).partition(":")[0]
    path = urlsplit(link).path if host else ""
    if (host == "facebook.com" or host.endswith(".facebook.com")) and path.startswith("/groups/"):
        return Guess("facebook_group")
    for known, guess in _HOSTS:
        if host == known or host.endswith("." + known):
            return guess
    if host and path.startswith("/@") and path.count("/") == 2:
        return Guess("mastodon", True)  # https://server/@name/number
    return Guess()
