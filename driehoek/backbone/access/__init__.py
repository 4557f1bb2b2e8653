"""Seats, audiences and the policy."""
