"""Emptying the names of who left, when no part of the portal needs them any more."""
