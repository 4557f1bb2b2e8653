"""What happened, who did it, to what."""
