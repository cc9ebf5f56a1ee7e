"""What a person may do about a source that cannot be heard, told by what was said of it."""

from __future__ import annotations

# Parts of the sentences of listener.sources.manners, listener.webfaults and listener.addresses, the
# first that fits counts; a test holds every one of those sentences to its advice.
ADVICE: tuple[tuple[str, str], ...] = (
    ("wants a password", "It asks for a log-in, which this app never uses. Look on the site for a "
     "public feed, or add by hand what is said there."),
    ("does not let programs read", "Ask the site's owner to let this app read its feed: the "
     "contact address in Settings tells them who asks."),
    ("no page at this address", "Open it in the browser: the site may have moved its feed. Then "
     "remove this source and add the new address."),
    ("no page for", "Look on the site for its new feed; then remove this one."),
    ("gone for good", "The feed has ended. Look on the site for a new one; what this one said is "
     "kept if you remove it."),
    ("wants fewer requests", "Nothing to do at once. Should it say so often, ask it less often."),
    ("asked us to wait", "Nothing to do: it is asked again by itself when that time has come."),
    ("legal reasons", "The site may not show this here. Remove the source if that stays so."),
    ("too busy to answer", "Nothing to do at once: it is asked again by itself."),
    ("is in trouble", "The fault is the site's. It is asked again by itself; tell its owner if it "
     "stays."),
    ("instead of a feed", "Open it in the browser and look what is there now."),
    ("certificate that this computer", "Ask IT: the certificate may have run out, or the council's "
     "network opens secure connections and this computer does not know its certificate."),
    ("No secure connection", "Ask IT whether this site may be reached by a secure connection."),
    ("could not be reached within", "Open it in the browser. If it opens there, ask IT about the "
     "proxy (Settings, Connections)."),
    ("did not finish its answer", "The site is slow. It is asked again by itself."),
    ("proxy did not let", "Ask IT to let this address through, and see Settings, Connections."),
    ("No server answers", "Open it in the browser: the site may have closed or moved."),
    ("is not a web address", "The address is mistyped: remove this source and add it again."),
    ("Only http and https", "The address is mistyped: remove this source and add it again."),
    ("broke off its answer", "The fault is at the site or on the way. It is asked again."),
    ("as a web server does", "Open it in the browser: another kind of server may be there now."),
    ("name", "Check the spelling of the address, and whether this computer is online."),
    ("round in a circle", "Open it in the browser and add the address at which that ends."),
    ("redirect", "Open it in the browser and add the address at which that ends."),
    ("inside this network", "It is inside the council's network. If it is yours, remove it and add "
     "it with the command line: sources add ADDRESS --allow-private."),
    ("is too large", "Ask the site for a shorter feed."),
    ("more than", "Ask the site for a shorter feed."),
    ("empty answer", "Open it in the browser: the feed may have moved."),
    ("a web page", "It is a page and no feed: paste its address in the box above, and the feeds on "
     "it are found."),
    ("no feed that we can read", "Open it in the browser and look what is there now."),
    ("too broken to read", "Tell the site's owner that the feed is broken. It is asked again by "
     "itself."),
)  # fmt: skip
ELSE = "Open it in the browser and look what is there; it is asked again by itself."
SHORT = "More was said than the feed still showed: give it a shorter interval."
SILENT = "Unusually silent: open the site in the browser and look whether its feed has moved."


def advice(health: str, why: str, short: bool, silent: bool) -> str:
    """What to do next about a source, or "" where nothing needs doing."""
    if health in ("fault", "stopped", "waiting"):
        return next((do for part, do in ADVICE if part in why), ELSE)
    if health == "ok" and short:
        return SHORT
    return SILENT if health == "ok" and silent else ""
