"""Who may see, what happened, who is told."""
