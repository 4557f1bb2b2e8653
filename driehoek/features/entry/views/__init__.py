"""Pages on the way in, one file for each road."""
