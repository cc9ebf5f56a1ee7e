"""Packs the records that travel between the engine and its worker, so that the way costs little."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from multiprocessing.reduction import ForkingPickler
from operator import attrgetter
from typing import Any

from msgspec import msgpack

from listener.mention import Danger, Heard, Place, Reading, Said, ServiceGuess, Tone, Word

ReadBands = tuple[Reading, tuple[int, ...]]
"""A reading, and the bands that find others like the mention."""
TRAVEL = (Heard, Word, Tone, ServiceGuess, Place, Danger, Said, Reading)
NEW = tuple.__new__


def lighten() -> None:
    """Sends these records as their bare values.

    Left to itself, pickle asks each frozen record with slots for its fields one by one: 3.6 ms for
    the readings of a feed of 30, there and back, against 1.0 ms.
    """
    for record in TRAVEL:
        ForkingPickler.register(record, _packer(record))


def _packer(record: type[Any]) -> Callable[[Any], tuple[Callable[..., Any], Any]]:
    if issubclass(record, tuple):  # made as C makes it: by its own lambda it took twice as long
        return lambda sent: (NEW, (record, tuple(sent)))
    values = attrgetter(*(field.name for field in fields(record)))
    return lambda sent: (record, values(sent))


_encode = msgpack.Encoder().encode
_decode = msgpack.Decoder(tuple[ReadBands, ...]).decode


def packed(read: tuple[ReadBands, ...]) -> bytes | tuple[ReadBands, ...]:
    """Readings for the way back, which are most of what travels: by msgspec at half the cost.

    As they are where they quote half a character, which only pickle takes.
    """
    try:
        return _encode(read)
    except UnicodeEncodeError:
        return read


def unpacked(came: bytes | tuple[ReadBands, ...]) -> tuple[ReadBands, ...]:
    """The readings that `packed` sent, and no other kind of record."""
    return _decode(came) if isinstance(came, bytes) else came
