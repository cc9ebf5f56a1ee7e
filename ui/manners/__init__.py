"""How the window behaves among others: tray, a second start, what is dropped, what is printed."""
