"""What every test shares: no display is needed, and the material beside the repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is loaded


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of material that lies beside a checkout; tests that want it skip without."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("the shared material does not lie beside this checkout")
    return folder
