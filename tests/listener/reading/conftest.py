"""One reader for the sample council, and a short way to have it read a post."""

from __future__ import annotations

import pytest

from listener.councilfile import shipped_council
from listener.reading import MentionReader
from tests.listener.reading.making import Read, reading_by


@pytest.fixture(scope="session")
def reader() -> MentionReader:
    return MentionReader(shipped_council())


@pytest.fixture(scope="session")
def read(reader: MentionReader) -> Read:
    return reading_by(reader)
