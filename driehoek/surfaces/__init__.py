"""Pages that combine features."""
