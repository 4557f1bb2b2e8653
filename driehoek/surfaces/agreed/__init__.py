"""A talk that was agreed in a conversation stands among the talks about the child."""
