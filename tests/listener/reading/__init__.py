"""The reading: what each room promises, with sentences of our own."""
