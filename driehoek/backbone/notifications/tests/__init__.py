"""What backbone/notifications promises, against a real mail server and the real policy."""
