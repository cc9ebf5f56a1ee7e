"""Hears, remembers, passes on. Knows nothing of windows."""

__version__ = "0.1.0"
