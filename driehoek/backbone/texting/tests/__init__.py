"""Tests of what people text back."""
