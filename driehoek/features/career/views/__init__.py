"""Pages about assignments: at the group of a mentor, and at home."""
