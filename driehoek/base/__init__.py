"""Knows nothing of schools."""
