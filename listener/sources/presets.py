"""Sources that are only addresses: what people paste, turned into the feed that it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, quote_plus, unquote, urlsplit


@dataclass(frozen=True, slots=True)
class Preset:
    """A feed address that was worked out, and what it hears, in words."""

    address: str
    channel: str
    name: str
    says: str


_MASTODON = re.compile(r"^@(?P<user>\w+)@(?P<host>[\w.-]+\.\w+)$")
_TAG = re.compile(r"^#(?P<tag>\w+)@(?P<host>[\w.-]+\.\w+)$")
_NEWS = re.compile(r"^news:\s*(?P<words>.+)$", re.I)
_POSTCODE = re.compile(
    r"^(?:fixmystreet:\s*)?(?P<code>[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2})(?:\s+(?P<km>\d{1,2})\s*km)?$", re.I
)
_POINT = re.compile(
    r"^fixmystreet:\s*(?P<lat>-?\d+\.\d+)\s*,\s*(?P<lon>-?\d+\.\d+)(?:\s+(?P<km>\d{1,2})\s*km)?$", re.I
)
_SEARCH = re.compile(r"^(?P<site>https?://\S+)\s+search:\s*(?P<words>.+)$", re.I)


def address_of(text: str) -> Preset | None:
    """The preset that some pasted text means, or None where it is an address like any other."""
    text = text.strip()
    return _short(text) or _pasted(text)


def _short(text: str) -> Preset | None:
    """Shorthands: @user@host, #tag@host, news: words, a postcode, a site with search: words."""
    if found := _MASTODON.match(text):
        user, host = found["user"], found["host"]
        return Preset(
            f"https://{host}/@{user}.rss", "mastodon", f"@{user}@{host}", "what this account posts"
        )
    if found := _TAG.match(text):
        tag, host = found["tag"], found["host"]
        return Preset(
            f"https://{host}/tags/{tag}.rss", "mastodon", f"#{tag} on {host}", "posts with this tag"
        )
    if found := _NEWS.match(text):
        return _news(found["words"])
    if found := _POSTCODE.match(text):
        code = found["code"].upper().replace(" ", "")
        tail = f"/{found['km']}" if found["km"] else ""
        return _reports(f"https://www.fixmystreet.com/rss/pc/{code}{tail}", f"near {code}")
    if found := _POINT.match(text):
        tail = f"/{found['km']}" if found["km"] else ""
        point = f"{found['lat']},{found['lon']}"
        return _reports(f"https://www.fixmystreet.com/rss/l/{point}{tail}", f"near {point}")
    if found := _SEARCH.match(text):
        site = found["site"].rstrip("/")
        words = found["words"].strip()
        return Preset(
            f"{site}/feed/?s={quote_plus(words)}",
            "hyperlocal",
            f"{urlsplit(site).netloc}: {words}",
            "posts of this WordPress site with these words",
        )
    return None


def _news(words: str) -> Preset:
    query = quote_plus(words.strip())
    return Preset(
        f"https://news.google.com/rss/search?q={query}&hl=en-GB&gl=GB&ceid=GB:en",
        "news_feed",
        f"News: {words.strip()}",
        "British news with these words; its links lead through a redirect",
    )


def _reports(address: str, where: str) -> Preset:
    return Preset(
        address,
        "report_site",
        f"FixMyStreet {where}",
        "reports made there; the service has them already, so they count but are not forwarded",
    )


def _pasted(text: str) -> Preset | None:
    """Addresses of pages whose feed lies elsewhere."""
    parts = urlsplit(text if "://" in text else f"https://{text}")
    host, path = (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/")
    if host == "youtube.com" and path.startswith("/channel/"):
        channel = path.split("/")[2]
        return Preset(
            f"https://www.youtube.com/feeds/videos.xml?channel_id={quote(channel)}",
            "video",
            f"YouTube {channel}",
            "videos of this channel (not the comments under them)",
        )
    if host.endswith("fixmystreet.com") and path.startswith("/reports/"):
        return _reports(f"https://{parts.hostname}/rss{path}", f"in {unquote(path[9:])}")
    if host == "whatdotheyknow.com" and path and not path.startswith("/feed"):
        return Preset(
            f"https://www.whatdotheyknow.com/feed{path}" + (f"?{parts.query}" if parts.query else ""),
            "letter",
            f"WhatDoTheyKnow {unquote(path.split('/')[-1])}",
            "information requests and their answers",
        )
    if re.fullmatch(r"/tags/\w+", path):
        tag = path[6:]
        return Preset(
            f"https://{parts.hostname}{path}.rss", "mastodon", f"#{tag} on {host}", "posts with this tag"
        )
    if re.fullmatch(r"/@\w+", path) and host not in ("youtube.com", "medium.com", "tiktok.com"):
        return Preset(
            f"https://{parts.hostname}{path}.rss",
            "mastodon",
            f"{path[1:]}@{host}",
            "what this account posts",
        )
    return None


def warning(text: str, handles: tuple[str, ...]) -> str:
    """A warning where a search is after one person: topics, never people; else ""."""
    words = text.strip().removeprefix("news:").strip()
    ours = {h.lower().lstrip("@") for h in handles}
    if re.fullmatch(r"@\w+(@[\w.]+)?", words) and words.lower().lstrip("@").split("@")[0] not in ours:
        return "This hears one person. Listen to topics and places, not to people."
    return ""
