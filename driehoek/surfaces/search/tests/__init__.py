"""The page on which one looks for something."""
