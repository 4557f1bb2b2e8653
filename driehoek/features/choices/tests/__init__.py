"""Everybody chooses for herself, and a school for its kinds of news."""
