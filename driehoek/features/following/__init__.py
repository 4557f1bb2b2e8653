"""Looking along with a student: agreements that let go, who sees what, and who looked."""
