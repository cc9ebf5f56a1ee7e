"""The page of sources and their health."""
