"""What we have decided to do about a mention: pure rules, standard library only."""
