"""Tests of the own page."""
