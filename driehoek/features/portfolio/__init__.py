"""Portfolio: work of a student in her own words, her goals, what home answers, and what she takes along."""
