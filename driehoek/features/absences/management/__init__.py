"""Commands of the daily arrangements."""
