"""What is found by whom, and what is not."""
