"""Tells the services: writes mails, sends them or opens drafts, reads what comes back."""
