"""Own data: a guardian says what is different, and whom to call or trust; the office says yes or no."""
