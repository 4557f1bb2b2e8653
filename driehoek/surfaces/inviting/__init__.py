"""Misschien een gesprek: what a mentor may notice, and an invitation that does not accuse."""
