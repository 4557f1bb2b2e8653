"""Who is who and who is where."""
