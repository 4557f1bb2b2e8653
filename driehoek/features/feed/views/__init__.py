"""Pages of the feed. Each view finds, asks the model to act, and answers."""
