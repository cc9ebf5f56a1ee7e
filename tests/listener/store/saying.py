"""Posts that are heard, walked and taken back in a store, each in one call."""

from __future__ import annotations

from collections.abc import Callable

from listener.mention import MentionKey
from listener.store import Seat, Standing, Store
from listener.store.reading import Reader
from rules.asleep import placed
from tests.listener.store.making import heard, taken, verdict


def walk(kept: Standing) -> Seat:
    """A walk that leads to forward, wherever a mute or an answer puts it then."""
    view = placed("forward", kept.shelf, kept.reading.danger.grade)
    return Seat(kept.key, verdict(), view, 3.0, None)


def glancing(kept: Standing) -> Seat:
    """A walk that leads to a glance."""
    view = placed("glance", kept.shelf, kept.reading.danger.grade)
    return Seat(kept.key, verdict("no_reply"), view, 6.0, None)


def say(
    store: Store,
    source: int,
    identity: str,
    *,
    thread: str = "",
    author: str = "Jo Resident",
    like: MentionKey | None = None,
    again: Callable[[Standing], Seat] = walk,
    **more: object,
) -> MentionKey:
    """A new post is heard."""
    mention = heard(
        id=identity, url=f"http://b.example/{identity}", thread=thread, author=author,
        published=None,
    )  # fmt: skip
    new = taken(mention, like=like, **more)  # type: ignore[arg-type]
    return store.keep(source, [new], None, None, quiet=False, again=again).keys[0]


def seated(store: Store, keys: tuple[MentionKey, ...]) -> None:
    store.seat([walk(store.standing(k)) for k in keys])


def undone(store: Store) -> str:
    """Takes the last thing back and walks what it freed."""
    back = store.undo("Amy")
    seated(store, tuple(k for k in back.keys if store.standing(k).status == "open"))
    return back.said


def told(reader: Reader, key: MentionKey) -> list[str]:
    return [h.what for h in reader.detail(key).history]
