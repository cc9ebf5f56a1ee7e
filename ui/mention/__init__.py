"""One mention: its words, why it stands where it is, where it goes, what to do."""
