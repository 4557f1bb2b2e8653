"""Order: what people report, what leaders decide about it, and when parents' talk stands still."""
