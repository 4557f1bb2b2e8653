"""What comes in by mail: replies, and servers and people that say a mail was not wanted or did not arrive."""
