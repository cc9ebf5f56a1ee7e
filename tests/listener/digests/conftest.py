from __future__ import annotations

from tests.listener.store.conftest import clock, source, store

__all__ = ["clock", "source", "store"]
