"""Tests of urgent notices."""
