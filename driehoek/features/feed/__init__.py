"""News and class updates: posts, photos, comments, reactions."""
