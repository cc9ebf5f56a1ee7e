"""Real streams through the app: what happened is found at once, and little else is raised."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.streams import KNOWN, MOST, SOON, STREAMS, run


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", STREAMS)
def test_a_real_stream_is_noticed_soon_and_seldom_else(
    name: str, shared: Path, tmp_path: Path
) -> None:
    path = shared / "data" / "texts" / f"{name}.tsv"
    if not path.exists():
        pytest.skip("the streams are not here")
    found = run(path, tmp_path / "profile")
    assert found.others <= MOST
    if name in KNOWN:
        assert found.share is not None
        assert found.share <= SOON
