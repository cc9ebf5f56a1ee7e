"""The calendar of known works and events."""
