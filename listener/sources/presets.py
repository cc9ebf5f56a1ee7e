"""Sources that are only addresses: what people paste, turned into the feed that it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, quote, quote_plus, unquote, urlsplit

from listener.sources.plain import plain_line

Given = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Preset:
    """A feed address that was worked out, and what it hears, in words."""

    address: str
    channel: str
    name: str
    says: str


REPORTS = "reports made there; the service has them already, so they count but are not forwarded"
NO_MASTODON = frozenset(
    ("youtube.com", "medium.com", "tiktok.com", "threads.net", "threads.com", "instagram.com",
     "substack.com")
)  # fmt: skip
"""Sites whose /@name pages are no Mastodon accounts."""

_KM = r"(?:,?\s+(?P<km>\d{1,3})\s*km)?"
_FMS = r"(?:fixmystreet:\s*)"


def address_of(text: str) -> Preset | None:
    """The preset that some pasted text means, or None where it is an address like any other.

    Shorthands: @user@host, #tag@host, news: words, youtube: UC…, a postcode with or without
    “2 km”, fixmystreet: 52.5,-2.0 2 km, fixmystreet: Council/Ward, whatdotheyknow: words,
    site search: words, site comments. Pages: Mastodon accounts and tags, YouTube channels,
    FixMyStreet councils, reports and maps, WhatDoTheyKnow, Google News searches.
    """
    text = plain_line(text, 2_000)
    for form, made in _FORMS:
        found = form.match(text)
        if found:
            return made({k: v or "" for k, v in found.groupdict().items()})
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return None  # such as http://[: discovery says that it is no address
    return None if not host or re.search(r"\s", text) else _page(parts, host)


def _account(given: Given) -> Preset:
    user, host = given["user"], given["host"]
    site = given.get("site") or f"https://{host}"
    name = f"@{user}@{host}"
    return Preset(f"{site}/@{user}.rss", "mastodon", name, f"what {name} posts in public")


def _tag(given: Given) -> Preset:
    tag, host = given["tag"], given["host"]
    site = given.get("site") or f"https://{host}"
    says = f"public posts tagged #{unquote(tag)}, as far as {host} knows of them"
    return Preset(f"{site}/tags/{tag}.rss", "mastodon", f"#{unquote(tag)} on {host}", says)


def _news(given: Given) -> Preset:
    words = given["words"].strip()
    return Preset(
        f"https://news.google.com/rss/search?q={quote_plus(words)}&hl=en-GB&gl=GB&ceid=GB:en",
        "news_feed",
        f"News: {words}",
        f"British news about “{words}”; its links lead through a redirect",
    )


def _postcode(given: Given) -> Preset:
    code = re.sub(r"\s", "", given["code"].upper())
    return _reports(f"/rss/pc/{code}{_far(given)}", f"near {code[:-3]} {code[-3:]}")


def _point(given: Given) -> Preset:
    point = f"{given['lat']},{given['lon']}"
    return _reports(f"/rss/l/{point}{_far(given)}", f"near {point}")


def _council(given: Given) -> Preset:
    council, _, ward = given["council"].strip().partition("/")
    path = "/".join(quote_plus(part.strip()) for part in (council, ward) if part.strip())
    where = f"{ward.strip()}, {council.strip()}" if ward.strip() else council.strip()
    return _reports(f"/rss/reports/{path}", f"in {where}")


def _far(given: Given) -> str:
    """The radius as the site takes it: 1 to 100 km; without one it looks at the population."""
    return f"/{min(max(int(given['km']), 1), 100)}" if given.get("km") else ""


def _reports(path: str, where: str, site: str = "https://www.fixmystreet.com") -> Preset:
    return Preset(f"{site}{path}", "report_site", f"FixMyStreet {where}", REPORTS)


def _requests(given: Given) -> Preset:
    words = given["words"].strip()
    return Preset(
        f"https://www.whatdotheyknow.com/feed/search/{quote(words)}",
        "letter",
        f"WhatDoTheyKnow: {words}",
        f"information requests about “{words}”, and their answers",
    )


def _search(given: Given) -> Preset:
    site, words = _site(given), given["words"].strip()
    says = f"posts of this WordPress site with the words “{words}”"
    return Preset(
        f"{site}/feed/?s={quote_plus(words)}",
        "hyperlocal",
        f"{urlsplit(site).netloc}: {words}",
        says,
    )


def _comments(given: Given) -> Preset:
    site = _site(given)
    says = "comments under the posts of this WordPress site"
    return Preset(f"{site}/comments/feed/", "comment", f"{urlsplit(site).netloc} comments", says)


def _site(given: Given) -> str:
    site = given["site"].rstrip("/")
    return site if "://" in site else f"https://{site}"


def _channel(given: Given) -> Preset:
    channel = given["channel"]
    return Preset(
        f"https://www.youtube.com/feeds/videos.xml?channel_id={channel}",
        "video",
        f"YouTube {channel}",
        "videos of this channel, not the comments under them",
    )


_WEBSITE = r"(?P<site>(?:https?://)?[\w.-]+(?:\.\w+|:\d+)(?:/\S*)?)"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[Given], Preset]], ...] = tuple(
    (re.compile(f"{form}$", re.I), made)
    for form, made in (
        (r"@(?P<user>[\w.-]+)@(?P<host>[\w.-]+\.\w+)", _account),
        (r"#(?P<tag>\w+)@(?P<host>[\w.-]+\.\w+)", _tag),
        (r"news:\s*(?P<words>\S.*)", _news),
        (rf"{_FMS}?(?P<code>[A-Z]{{1,2}}\d[A-Z\d]?\s*\d[A-Z]{{2}}){_KM}", _postcode),
        (rf"{_FMS}?(?P<lat>-?\d{{1,2}}\.\d+)\s*,\s*(?P<lon>-?\d{{1,3}}\.\d+){_KM}", _point),
        (rf"{_FMS}(?P<council>[^:?#]*\w[^:?#]*)", _council),
        (r"(?:whatdotheyknow|wdtk):\s*(?P<words>\S.*)", _requests),
        (r"youtube:\s*(?P<channel>UC[\w-]{22})", _channel),
        (rf"{_WEBSITE}\s+search:\s*(?P<words>\S.*)", _search),
        (rf"{_WEBSITE}\s+comments", _comments),
    )
)


def _page(parts: SplitResult, host: str) -> Preset | None:
    """Addresses of pages whose feed lies elsewhere."""
    path, asked = parts.path.rstrip("/"), parse_qs(parts.query)
    site = f"{parts.scheme}://{parts.netloc}"
    if host == "youtube.com":
        found = re.match(r"/channel/(?P<channel>UC[\w-]{22})(?:/|$)", path)
        return _channel(found.groupdict()) if found else None
    if host == "fixmystreet.com" or host.endswith(".fixmystreet.com"):
        return _fixmystreet(site, path, asked)
    if host == "whatdotheyknow.com":
        return _whatdotheyknow(path, parts.query)
    if host == "news.google.com" and path == "/search" and asked.get("q"):
        return _news({"words": asked["q"][0]})
    if found := re.fullmatch(r"/tags/(?P<tag>[\w%]+)", parts.path):  # with a slash: a blog's page
        return _tag({"tag": found["tag"], "host": parts.netloc, "site": site})
    found = re.fullmatch(r"/@(?P<user>[\w.-]+?)(?:@(?P<home>[\w.-]+\.\w+))?", path)
    if found is None or host in NO_MASTODON or path.endswith(".rss"):
        return None
    if found["home"]:  # an account seen from another server: its own has the feed
        return _account({"user": found["user"], "host": found["home"]})
    return _account({"user": found["user"], "host": parts.netloc, "site": site})


def _fixmystreet(site: str, path: str, asked: Mapping[str, list[str]]) -> Preset | None:
    if path.startswith("/reports/"):
        where = ", ".join(reversed(unquote(path[9:]).replace("+", " ").split("/")))
        return _reports(f"/rss{path}", f"in {where}", site)
    if found := re.fullmatch(r"/report/(\d+)", path):
        says = "what is added to this one report"
        return Preset(f"{site}/rss/{found[1]}", "report_site", f"FixMyStreet {found[1]}", says)
    if path == "/around" and asked.get("pc"):
        near = asked["pc"][0].strip()
        return _reports(f"/rss/pc/{quote(near, safe='')}", f"near {near}", site)
    if path == "/around" and asked.get("lat") and asked.get("lon"):
        point = f"{asked['lat'][0]},{asked['lon'][0]}"
        return _reports(f"/rss/l/{quote(point, safe=',')}", f"near {point}", site)
    return None


def _whatdotheyknow(path: str, query: str) -> Preset | None:
    if not re.match(r"/(?:body|request|user|search|list)/", path):
        return None  # a feed already, or a page without one
    tail = f"?{query}" if query else ""
    name = unquote(path.split("/")[2]).replace("_", " ")
    says = "information requests and their answers"
    return Preset(
        f"https://www.whatdotheyknow.com/feed{path}{tail}",
        "letter",
        f"WhatDoTheyKnow: {name}",
        says,
    )


def warning(text: str, handles: tuple[str, ...]) -> str:
    """A warning where a search is after one person: topics, never people; else "".

    handles: the council's own, which may be listened to.
    """
    words = re.sub(r"^(?:news|whatdotheyknow|wdtk):\s*", "", plain_line(text), flags=re.I).strip(
        "\"'“” "
    )
    if not words.startswith("@"):
        preset = address_of(text)
        words = preset.name if preset is not None and preset.name.startswith("@") else ""
    name = re.fullmatch(r"@([\w.-]+?)(?:@[\w.-]+)?", words)
    ours = {handle.lower().lstrip("@").split("@")[0] for handle in handles}
    if name is None or name[1].lower() in ours:
        return ""
    return (
        f"{words} is one person's account. Listen to topics and places, not to people; "
        "if this must be heard, a supervisor should write down why."
    )
