"""Who is not at school and why, who fetches whom, and asking for leave: the daily arrangements."""
