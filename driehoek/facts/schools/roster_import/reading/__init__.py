"""Readers: one file per format, all ending in the same Roster."""
