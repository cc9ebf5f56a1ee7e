"""Urgent: the clock, the card, the alarm, the two ways out, holds and duty contacts."""
