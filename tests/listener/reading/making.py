"""Posts to read, small councils to read them for, and every word and reason of a reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from listener.council import Council, NamedPlace, Service
from listener.mention import Heard, Reading, Word
from listener.reading import MentionReader

Read = Callable[..., Reading]


def reading_by(reader: MentionReader) -> Read:
    """Reads a post in a group of residents; title, channel, place and category may be named."""

    def read(text: str, title: str = "", **more: object) -> Reading:
        given: dict[str, object] = {"channel": "facebook_group"} | more
        return reader.read(Heard("1", title, text, **given))  # type: ignore[arg-type]

    return read


def read_for(
    *, places: tuple[NamedPlace, ...] = (), services: tuple[Service, ...] = (), **more: object
) -> Read:
    """Reads for a small council of its own."""
    council = Council("Netherby Council", "Netherby", places=places, services=services, **more)  # type: ignore[arg-type]
    return reading_by(MentionReader(council))


def words_of(reading: Reading) -> Iterator[Word]:
    yield from reading.tone.words
    yield from reading.danger.words
    for service in reading.services:
        yield from service.words
    for place in reading.places:
        yield from place.words


def reasons_of(reading: Reading) -> list[str]:
    return [
        reading.tone.because, reading.danger.because, reading.language.because,
        reading.kind.because, *(s.because for s in reading.services),
        *(p.because for p in reading.places), *(s.because for s in reading.signals.values()),
    ]  # fmt: skip
