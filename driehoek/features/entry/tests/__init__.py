"""Tests of letters, codes, sign-in and devices."""
