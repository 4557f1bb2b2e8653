"""Talks about one child, with the child there: prepared from three sides, and what was agreed."""
