"""Pages about letters on paper: of who prints them, and of who holds one."""
