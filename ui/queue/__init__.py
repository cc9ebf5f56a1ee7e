"""The list of mentions: paged, sorted by need, two lines and chips each."""
