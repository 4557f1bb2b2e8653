"""The way of one student through school: what she reached and chose, her internships, and advice."""
