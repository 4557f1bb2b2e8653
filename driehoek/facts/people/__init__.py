"""Persons, guardianships and what limits them."""
