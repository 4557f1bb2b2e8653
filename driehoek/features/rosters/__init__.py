"""Uploading a roster, looking at what it would change, agreeing to it."""
