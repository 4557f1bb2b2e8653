"""Written once, published by several ways: a post as a block of a newsletter or on paper, and back."""
