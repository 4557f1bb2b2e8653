"""Stories about own data."""
