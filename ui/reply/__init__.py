"""Before a reply, the reply itself, and what became of it."""
