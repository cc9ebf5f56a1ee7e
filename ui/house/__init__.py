"""The forms in which a council describes itself, for the first run and for the settings."""
