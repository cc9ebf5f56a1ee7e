"""Areas and people: who is told of what, how well that works, and what waits for them."""
