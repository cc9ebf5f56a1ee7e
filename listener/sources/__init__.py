"""One file per kind of source; manners decides when each is asked."""
