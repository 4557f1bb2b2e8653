"""Tests of the portfolio, through the front door."""
