"""What services answer, and the one line that answers many residents."""
