"""Getting to know each other: what a parent tells of herself to a class, field by field, and who is in it."""
