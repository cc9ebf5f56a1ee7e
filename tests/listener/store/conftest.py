"""A store in a folder of its own, a source in it, and readers that are closed afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from listener.store import Store
from listener.store.reading import Reader
from tests.listener.store.making import FakeClock, open_store


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def store(tmp_path: Path, clock: FakeClock) -> Iterator[Store]:
    opened = open_store(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def source(store: Store) -> int:
    return store.add_source("Voice", "http://brackenford.example/feed").key


@pytest.fixture
def look(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[Callable[[], Reader]]:
    """Opens a reader on the store's file."""
    readers: list[Reader] = []

    def opened() -> Reader:
        readers.append(Reader(tmp_path / "listener.db", clock))
        return readers[-1]

    yield opened
    for reader in readers:
        reader.close()


@pytest.fixture
def reader(look: Callable[[], Reader]) -> Reader:
    return look()
