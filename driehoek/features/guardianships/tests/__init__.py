"""Tests of what the office decides about guardianships."""
