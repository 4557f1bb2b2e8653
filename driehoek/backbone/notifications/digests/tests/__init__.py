"""What becomes of what is collected."""
