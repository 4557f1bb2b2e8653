"""Vandaag: one page for everything that is about my children."""
