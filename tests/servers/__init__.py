"""Real servers for tests, each in a folder of its own: PostgreSQL, a mail server, a browser."""
