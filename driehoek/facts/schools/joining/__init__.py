"""A school joins its own system: who we are to that server, and asking it. Features say what is asked."""
