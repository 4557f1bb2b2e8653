"""Translating by hand, words of a school, and asking for an interpreter."""
