"""Pages of the portfolio. Each view finds, asks the model to act, and answers."""
