"""The page of spikes: what is talked about much more than is usual, and whom it was passed to."""
