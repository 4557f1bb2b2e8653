"""Who may see a child at all: what the office agrees to, ends, limits and protects."""
