"""Commands of the letterbox."""
