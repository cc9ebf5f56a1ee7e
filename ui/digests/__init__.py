"""Digests: what the services are told, how it goes to them, and what became of it."""
