"""Hearing what one may read."""
