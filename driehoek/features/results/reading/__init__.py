"""From what was handed in to what a source says: OneRoster, and a school's own sheets."""
