"""What goes to the services, and what comes back from them."""
