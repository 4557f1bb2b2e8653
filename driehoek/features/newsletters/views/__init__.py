"""Pages of newsletters: putting them together, sending them, reading them."""
