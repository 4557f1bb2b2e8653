"""Siblings: none imports another."""
