"""The demo plays the systems of two schools, by OneRoster 1.2 over REST: a roster, and a mark book."""
