"""How the shell is checked."""
