"""Plugs everything together: settings and urls."""
