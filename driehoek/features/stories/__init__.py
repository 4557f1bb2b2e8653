"""Van thuis: what a family tells the teacher or the class, and what of it is shown in the circle."""
