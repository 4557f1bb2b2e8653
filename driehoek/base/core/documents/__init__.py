"""Files from anyone looked through: a PDF, plain text or an office file without programs, and no other."""
