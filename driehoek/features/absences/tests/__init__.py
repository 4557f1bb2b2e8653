"""Stories about the daily arrangements."""
