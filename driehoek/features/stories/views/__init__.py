"""Pages of what comes from home. Each view finds, asks the model to act, and answers."""
