"""Text messages: the gateway that carries them, what they cost, who wants none, and whether they arrived."""
