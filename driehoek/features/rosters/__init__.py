"""Rosters: handing one in, looking at what would change, and agreeing to it."""
