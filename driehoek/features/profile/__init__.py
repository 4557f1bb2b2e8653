"""One's own settings: language, look, hats."""
