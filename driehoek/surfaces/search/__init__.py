"""Looking for something by its words, over everything one may see."""
