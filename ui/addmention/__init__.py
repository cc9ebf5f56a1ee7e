"""Adding a mention by hand."""
