"""The page where a family says what may be shown."""
