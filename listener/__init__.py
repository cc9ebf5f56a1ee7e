"""Hears, remembers, passes on. Knows nothing of windows."""
