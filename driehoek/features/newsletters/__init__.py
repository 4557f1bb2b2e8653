"""Newsletters put together from blocks: a guardian gets of each only what is about her own children."""
