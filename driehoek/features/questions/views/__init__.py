"""Pages of what parents ask each other. Each view finds, asks the model to act, and answers."""
