from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from listener.desk import Desk
from tests.listener.answers.town import Clock, town


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    desk = Desk.open(town(tmp_path, clock), workers=0, polling=False, clock=clock)
    yield desk
    desk.close()
