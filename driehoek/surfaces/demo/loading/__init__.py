"""Loads the demo board: rosters first, then what the office knows, then some weeks of school life."""
