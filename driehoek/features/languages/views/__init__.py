"""Pages about languages. Each view finds, asks the model to act, and answers."""
