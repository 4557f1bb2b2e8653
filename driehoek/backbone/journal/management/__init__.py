"""Commands about what happened."""
