"""My own page: language, how pages look, how I hear from school, and the hats I wear."""
