"""Small pieces that every page uses."""
