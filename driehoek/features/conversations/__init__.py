"""Talking with each other: one person at home, and the team of a child at school."""
