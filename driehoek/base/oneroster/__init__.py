"""Asking a OneRoster 1.2 server for what it has. Knows nothing of schools or persons."""
