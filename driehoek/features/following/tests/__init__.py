"""Stories about looking along."""
