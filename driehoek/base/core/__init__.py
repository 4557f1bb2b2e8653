"""Tools without a domain word: clock, text, uploads, tasks."""
